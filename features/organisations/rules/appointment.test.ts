import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separatedRoles } from '#features/access/rules/separation.ts';
import type { PersonId, PostId } from '#kernel/ids.ts';
import { covers } from '#kernel/period.ts';
import { ROLES } from '#kernel/role.ts';
import { type Holding, mayEnd, mayHold, type Wish } from './appointment.ts';

const clerk = 'person-clerk' as PersonId;
const admin = 'person-admin' as PersonId;
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

const wish: Wish = {
  post: { postId: 'post-intake' as PostId, roles: ['intake'], closedOn: null },
  personId: clerk,
  period: { from: '2026-03-01', to: null },
  substitute: false,
  askedBy: admin,
};
const refusalOf = (changed: Partial<Wish>, holdings: readonly Holding[] = []) => {
  const outcome = mayHold({ ...wish, ...changed }, holdings);
  return outcome.ok ? undefined : outcome.refusal.code;
};

describe('giving somebody a post', () => {
  it('is allowed for an open post, a period and another person', () => {
    expect(refusalOf({})).toBeUndefined();
  });

  it('needs at least one day', () => {
    expect(refusalOf({ period: { from: '2026-03-01', to: '2026-03-01' } })).toBe(
      'appointment.period',
    );
  });

  it('is refused beyond the day on which the post closes', () => {
    const post = { ...wish.post, closedOn: '2026-06-01' };
    expect(refusalOf({ post })).toBe('post.closed');
    expect(refusalOf({ post, period: { from: '2026-03-01', to: '2026-06-01' } })).toBeUndefined();
  });

  it('is never done by the person concerned', () => {
    expect(refusalOf({ askedBy: clerk })).toBe('appointment.own');
  });

  it('is refused where the person has the post on one of the days, also as its substitute', () => {
    const held: Holding = {
      postId: wish.post.postId,
      roles: ['intake'],
      from: '2026-05-01',
      to: '2026-05-08',
      substitute: true,
    };
    expect(refusalOf({}, [held])).toBe('appointment.overlap');
    expect(refusalOf({ period: { from: '2026-05-08' } }, [held])).toBeUndefined();
  });

  it('never brings two administrators into one hand, whatever is asked in whatever order', () => {
    const wishes = fc.array(
      fc.record({
        roles: fc.subarray([...ROLES], { minLength: 1, maxLength: 2 }),
        from: fc.nat(20),
        length: fc.integer({ min: 1, max: 15 }),
        substitute: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(wishes, (asked) => {
        const holdings: Holding[] = [];
        for (const [index, each] of asked.entries()) {
          const period = { from: day(each.from), to: day(each.from + each.length) };
          const post = { postId: `post-${index}` as PostId, roles: each.roles, closedOn: null };
          const outcome = mayHold({ ...wish, post, period, substitute: each.substitute }, holdings);
          if (outcome.ok) holdings.push({ ...post, ...period, substitute: each.substitute });
        }
        for (let n = 0; n < 40; n++) {
          const today = holdings.filter((one) => covers(one, day(n)));
          expect(separatedRoles(today.flatMap((one) => one.roles)).length).toBeLessThan(2);
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe('ending an appointment', () => {
  it('may shorten it, never prolong it, never end it before it began', () => {
    const period = { from: '2026-03-01', to: '2026-06-01' };
    expect(mayEnd(period, '2026-04-01').ok).toBe(true);
    expect(mayEnd(period, '2026-03-01').ok).toBe(true);
    expect(mayEnd(period, '2026-02-28').ok).toBe(false);
    expect(mayEnd(period, '2026-06-02').ok).toBe(false);
    expect(mayEnd({ from: '2026-03-01', to: null }, '2030-01-01').ok).toBe(true);
  });
});
