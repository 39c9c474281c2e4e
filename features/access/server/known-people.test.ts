import { describe, expect, it } from 'vitest';
import type { PersonId, TenantId } from '#kernel/ids.ts';
import { type KnownPerson, rememberPeople } from './known-people.ts';

const link = (authority: number, personId = 'person') => ({
  tenantId: 'tenant' as TenantId,
  personId: personId as PersonId,
  authority,
});
const person = (name: string): KnownPerson => ({
  holdings: { name, posts: [] },
  grants: [],
  secondFactorRoles: [],
});
const moment = { day: '2026-11-02', now: 1_000_000 };
const says = (name: string) => async () => person(name);

describe('what is known of people', () => {
  it('is read once as long as the authority revision stands', async () => {
    const find = rememberPeople();
    await find(link(1), moment, says('first'));
    expect(await find(link(1), moment, says('second'))).toEqual(person('first'));
    expect(await find(link(2), moment, says('second'))).toEqual(person('second'));
  });

  it('never answers for a revision it was not read under, however the readings overlap', async () => {
    const find = rememberPeople();
    const slow = Promise.withResolvers<KnownPerson>();
    // Asked under revision 1, read before the change, answered after it.
    const late = find(link(1), moment, () => slow.promise);
    expect(await find(link(2), moment, says('new'))).toEqual(person('new'));
    slow.resolve(person('old'));
    expect(await late).toEqual(person('old'));
    expect(await find(link(2), moment, says('newest'))).not.toEqual(person('old'));
  });

  it('is read again on another legal day, and after a minute whatever the revision', async () => {
    const find = rememberPeople();
    await find(link(1), moment, says('first'));
    const tomorrow = { ...moment, day: '2026-11-03' };
    expect(await find(link(1), tomorrow, says('tomorrow'))).toEqual(person('tomorrow'));
    const later = { ...tomorrow, now: moment.now + 60_000 };
    expect(await find(link(1), later, says('later'))).toEqual(person('later'));
  });

  it('keeps nothing of who is not there', async () => {
    const find = rememberPeople();
    expect(await find(link(1), moment, async () => undefined)).toBeUndefined();
    expect(await find(link(1), moment, says('come'))).toEqual(person('come'));
  });

  it('keeps only so many', async () => {
    const find = rememberPeople(2);
    for (const id of ['a', 'b', 'c']) await find(link(1, id), moment, says(id));
    expect(await find(link(1, 'c'), moment, says('again'))).toEqual(person('c'));
    expect(await find(link(1, 'a'), moment, says('again'))).toEqual(person('again'));
  });
});
