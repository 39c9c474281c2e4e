import { describe, expect, it } from 'vitest';
import type { PersonId, TenantId } from '#kernel/ids.ts';
import { createPresence, LASTS, type Look, type Presence } from './presence.ts';

const tenant = (name: string) => name as TenantId;
const look = (name: string, more: Partial<Look> & { doing?: string | null } = {}): Look => ({
  tenantId: tenant('here'),
  thing: 'matter:1',
  seat: `${name}'s page`,
  somebody: { personId: name as PersonId, name, doing: more.doing ?? null },
  ...more,
});
const names = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name);

/** Processes on one database, with a clock that is moved. */
async function office(processes = 1) {
  const listeners = new Set<(payload: string) => void>();
  const database = {
    notify: async (_channel: string, payload: string) => {
      for (const hear of listeners) hear(payload);
    },
    listen: async (_channel: string, hear: (payload: string) => void) => {
      listeners.add(hear);
      return async () => {
        listeners.delete(hear);
      };
    },
  };
  const clock = { now: 0 };
  const told: (readonly string[])[] = [];
  const rooms: Presence[] = [];
  for (let at = 0; at < processes; at += 1) {
    const changed = (_tenant: TenantId, _thing: string, people: readonly PersonId[]) => {
      if (at === 0) told.push([...people].sort());
    };
    rooms.push(await createPresence({ database, now: () => clock.now, changed }));
  }
  const [first, second] = rooms as [Presence, Presence];
  return { first, second, clock, told };
}

describe('who has a thing open', () => {
  it('is told to who has the same thing open, and not of oneself', async () => {
    const { first } = await office();
    expect(await first.look(look('anna'))).toEqual([]);
    expect(names(await first.look(look('ben')))).toEqual(['anna']);
    expect(names(await first.look(look('anna')))).toEqual(['ben']);
  });

  it('is told of no other thing and to no other tenant', async () => {
    const { first } = await office();
    await first.look(look('anna'));
    expect(await first.look(look('ben', { thing: 'matter:2' }))).toEqual([]);
    expect(await first.look(look('ben', { tenantId: tenant('there') }))).toEqual([]);
  });

  it('says what somebody is filling in, on whichever of their pages', async () => {
    const { first } = await office();
    await first.look(look('anna', { doing: 'dispatch' }));
    await first.look(look('anna', { seat: 'another page' }));
    expect(await first.look(look('ben'))).toEqual([
      { personId: 'anna', name: 'anna', doing: 'dispatch' },
    ]);
  });

  it('is forgotten when it is left, or not renewed', async () => {
    const { first, clock } = await office();
    const anna = look('anna');
    await first.look(anna);
    await first.leave(anna);
    expect(await first.look(look('ben'))).toEqual([]);
    await first.look(anna);
    clock.now += LASTS - 1;
    expect(names(await first.look(look('ben')))).toEqual(['anna']);
    clock.now += 1;
    expect(names(await first.look(look('ben')))).toEqual([]);
  });

  it('is the same in every process', async () => {
    const { first, second } = await office(2);
    await first.look(look('anna'));
    expect(names(await second.look(look('ben')))).toEqual(['anna']);
    expect(names(await first.look(look('anna')))).toEqual(['ben']);
  });

  it('is news once: to all who have it open, and no more while nothing changes', async () => {
    const { first, told } = await office();
    await first.look(look('anna'));
    await first.look(look('ben'));
    await first.look(look('ben'));
    await first.look(look('ben', { doing: 'check' }));
    await first.leave(look('ben'));
    expect(told).toEqual([['anna'], ['anna', 'ben'], ['anna', 'ben'], ['anna']]);
  });
});
