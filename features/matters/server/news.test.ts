/** What happened since somebody last looked: to matters that concern them, by others, and nothing they may not see. */
import { beforeEach, describe, expect, it } from 'vitest';
import { relayTenant } from '#platform/outbox/relay.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { dispatchedTo, filed, inHand, reported } from '#tests/journeys/told.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { newsOfMatters } from '../contract.ts';
import { actForReporter } from './follow.ts';
import { news } from './news.ts';

describe.each(engines)('news on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  beforeEach(async () => {
    world = await foundDistrict(database());
  });

  async function newsFor(title: string, after?: number) {
    await relayTenant(world.services, world.tenantId);
    const query = newsOfMatters.query?.parse(after === undefined ? {} : { after }) as never;
    const input = { query, params: undefined, body: undefined };
    return sure(news(world.services, world.as(title), input));
  }
  const seen = async (title: string, after: number) =>
    (await newsFor(title, after)).items.map(({ matter, events }) => [
      matter.number,
      ...events.map(({ kind }) => kind),
    ]);

  it('are none for who begins now, and say from where to go on', async () => {
    await filed(world);
    const { items, position, more } = await newsFor('dispatcher');
    expect([items, more]).toEqual([[], false]);
    expect(position).toBeGreaterThan(0);
    expect(await seen('dispatcher', position)).toEqual([]);
  });

  it('are what others did, with who and for which unit', async () => {
    const { position } = await newsFor('lamp fitter');
    const told = await dispatchedTo(world, 'lamps');
    const { items } = await newsFor('lamp fitter', position);
    expect(items.map(({ matter }) => matter.number)).toEqual([told.number]);
    expect(items[0]?.events.at(-1)).toMatchObject({
      kind: 'matter.dispatch',
      by: '派遣员甲',
      organisation: '城市运行中心',
    });
  });

  it('are not what one did oneself, but what came of it', async () => {
    const { position } = await newsFor('intake');
    const told = await inHand(world);
    expect(await seen('intake', position)).toEqual([
      [told.number, 'matter.report', 'matter.dispatch', 'matter.accept'],
    ]);
  });

  it('are nothing of matters that concern others', async () => {
    const { position } = await newsFor('road mender');
    await dispatchedTo(world, 'lamps');
    await reported(world);
    expect(await seen('road mender', position)).toEqual([]);
    // A supervisor sees all of the district; what concerns them is what waits for them or passed through their hands.
    expect(await seen('supervisor', position)).toEqual([]);
  });

  it('never tell of a complaint about the handling', async () => {
    const told = await inHand(world);
    const { position } = await newsFor('lamp fitter');
    await sure(
      actForReporter(world.services, world.public, {
        params: { tenant: world.slug },
        query: undefined,
        commandId: world.commandId(),
        body: {
          proof: { number: told.number, phone: '', key: told.key },
          version: 4,
          input: { action: 'complain', text: '没人来。' },
        },
      }),
    );
    expect(await seen('lamp fitter', position)).toEqual([]);
  });

  it('say that there was more, for who was away long', async () => {
    const { position } = await newsFor('lamp fitter');
    for (let at = 0; at < 260; at += 1) await filed(world);
    const told = await dispatchedTo(world, 'lamps');
    const { more, items } = await newsFor('lamp fitter', position);
    expect([more, items.map(({ matter }) => matter.number)]).toEqual([true, [told.number]]);
  });
});
