import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '#kernel/period.ts';
import { ROLES } from '#kernel/role.ts';
import { type Held, separatedRoles, separationBreach } from './separation.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const held: fc.Arbitrary<Held> = fc
  .record({
    roles: fc.subarray([...ROLES], { maxLength: 3 }),
    from: fc.nat(30),
    length: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  })
  .map(({ roles, from, length }) => ({
    roles,
    from: day(from),
    to: length === null ? null : day(from + length),
  }));

/** Says it by looking at every single day. */
function togetherOnSomeDay(all: readonly Held[]): boolean {
  return Array.from({ length: 60 }, (_, n) => day(n)).some((each) => {
    const roles = all.filter((one) => covers(one, each)).flatMap((one) => [...one.roles]);
    return separatedRoles(roles).length > 1;
  });
}

describe('separation of the three administrators', () => {
  it('lets one person follow another office when the first has ended', () => {
    const before: Held = { roles: ['system_admin'], from: '2026-01-01', to: '2026-06-01' };
    const after: Held = { roles: ['audit_admin'], from: '2026-06-01', to: null };
    expect(separationBreach([before], after)).toBeUndefined();
    expect(separationBreach([before], { ...after, from: '2026-05-31' })).toEqual({
      held: 'system_admin',
      wanted: 'audit_admin',
    });
  });

  it('refuses a post that carries two of them', () => {
    const both: Held = { roles: ['security_admin', 'audit_admin'], from: '2026-01-01' };
    expect(separationBreach([], both)).toBeDefined();
  });

  it('refuses exactly what would bring two of them together on some day', () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 8 }), (wishes) => {
        const granted: Held[] = [];
        for (const wish of wishes) {
          const breach = separationBreach(granted, wish);
          expect(breach !== undefined).toBe(togetherOnSomeDay([...granted, wish]));
          if (!breach) granted.push(wish);
        }
        expect(togetherOnSomeDay(granted)).toBe(false);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  });
});
