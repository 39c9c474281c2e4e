import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { suggestionAggregate } from './aggregates.ts';
import {
  answerOneSuggestion,
  readOwnSuggestions,
  readSuggestion,
  readSuggestions,
  sendStaffSuggestion,
  sendSuggestion,
} from './suggestions.ts';

describe.each(engines)('a suggestion about the system, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  beforeAll(async () => {
    world = await foundDistrict(database());
  }, START_LIMIT);

  const sent = (text: string) =>
    sure(
      sendSuggestion(world.services, world.public, {
        body: { text },
        commandId: world.commandId(),
      }),
    );
  const looked = (number: string, key: string) =>
    readSuggestion(world.services, world.public, { body: { number, key } });
  const all = async () => (await sure(readSuggestions(world.services, world.system))).items;
  const answers = async (number: string, text: string, version?: number) => {
    const stored = (await all()).find((one) => one.number === number);
    if (stored === undefined) throw new Error(`no ${number}`);
    return answerOneSuggestion(world.services, world.system, {
      params: { suggestionId: stored.suggestionId },
      query: undefined,
      body: { version: version ?? stored.version, text },
      commandId: world.commandId(),
    });
  };
  const own = async (context: Context) =>
    (await sure(readOwnSuggestions(world.services, context))).items;

  it('by somebody from the public is answered, and shown to whoever has number and key', async () => {
    const { number, followKey } = await sent('字太小了');
    expect(await sure(looked(number, followKey))).toMatchObject({
      text: '字太小了',
      answer: '',
      answeredAt: null,
    });
    await sure(answers(number, '可以选大字'));
    expect(await sure(looked(number.toLowerCase(), followKey))).toMatchObject({
      answer: '可以选大字',
    });
  });

  it('is shown to nobody else', async () => {
    const { number } = await sent('字太小了');
    const other = await sent('另一条');
    for (const key of ['', 'abcdefghjkmn', other.followKey]) {
      expect(await looked(number, key)).toMatchObject({
        ok: false,
        refusal: { code: 'suggestion.unknown' },
      });
    }
  });

  it('by staff stands among their own with its answer, and is told by no name', async () => {
    const fitter = world.as('lamp fitter');
    const { number } = await sure(
      sendStaffSuggestion(world.services, fitter, {
        body: { text: '同一张表填了两次' },
        commandId: world.commandId(),
      }),
    );
    await sure(answers(number, '已经合并'));
    expect(await own(fitter)).toMatchObject([{ number, answer: '已经合并' }]);
    expect(await own(world.as('intake'))).toEqual([]);
    const stored = (await all()).find((one) => one.number === number);
    expect(stored?.from).toBe('staff');
    expect(JSON.stringify(stored)).not.toContain('养护员甲');
    expect(await looked(number, '')).toMatchObject({ ok: false });
  });

  it('waits before those that are answered', async () => {
    const { number } = await sent('先答这条');
    await sure(answers(number, '好'));
    world.clock.move(1_000);
    const later = await sent('还没答');
    const numbers = (await all()).map((one) => one.number);
    expect(numbers.indexOf(later.number)).toBeLessThan(numbers.indexOf(number));
  });

  it('is not answered by somebody who saw an older answer', async () => {
    const { number } = await sent('两个人同时答');
    await sure(answers(number, '第一个'));
    expect(await answers(number, '第二个', 1)).toMatchObject({
      ok: false,
      refusal: { code: 'command.stale' },
    });
  });

  it('masks phone numbers in its words', async () => {
    const { number, followKey } = await sent('打我电话13800138000');
    expect((await sure(looked(number, followKey))).text).not.toContain('13800138000');
  });

  it('leaves chains that the audit finds whole', async () => {
    const { findings } = await verifyTenant(
      { ...world.installation, ...world.services, aggregates: [suggestionAggregate] },
      world.tenantId,
    );
    expect(findings.filter((one) => JSON.stringify(one).includes('suggestion'))).toEqual([]);
  });
});
