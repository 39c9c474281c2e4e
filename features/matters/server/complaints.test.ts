import { beforeAll, describe, expect, it } from 'vitest';
import type { Context, Grant } from '#kernel/context.ts';
import type { MatterId } from '#kernel/ids.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import type { ActionInput } from '../contract.ts';
import { act } from './act.ts';
import { detail } from './detail.ts';
import { follow } from './follow.ts';
import { type Report, report } from './report.ts';
import { today } from './today.ts';

describe.each(engines)('a complaint about the handling, on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  beforeAll(async () => {
    world = await foundDistrict(database());
  }, START_LIMIT);

  const lamp: Report = {
    title: '',
    description: '巷口的路灯不亮。',
    lng: 113.52,
    lat: 34.82,
    placeText: '巷口',
    photos: [],
    reporterName: '',
    reporterPhone: '',
    reporterShared: false,
    personal: false,
    source: 'portal',
  };
  const WORDS = '来的人没下车就说修好了';

  interface Complained {
    readonly matterId: MatterId;
    readonly proof: { readonly number: string; readonly phone: string; readonly key: string };
  }

  const followed = ({ proof }: Pick<Complained, 'proof'>) =>
    sure(
      follow(world.services, world.public, {
        params: { tenant: world.slug },
        query: undefined,
        body: proof,
      }),
    );

  async function does(context: Context, one: Complained, input: ActionInput) {
    const { version } = await followed(one);
    const asking = context.actor.kind === 'public' ? ({ kind: 'reporter' } as const) : undefined;
    const { matterId } = one;
    const step = { commandId: world.commandId(), matterId, version, input };
    return act(world.services, context, asking ? { ...step, asking } : step);
  }

  /** Handled by the fitter, then complained about. */
  async function complained(): Promise<Complained> {
    const { matterId, number, followKey } = await sure(
      report(world.services, world.public, world.commandId(), lamp),
    );
    const one = { matterId, proof: { number, phone: '', key: followKey } };
    const file = { action: 'file', categoryId: world.categories['B0101'], condition: '' };
    await sure(does(world.as('intake'), one, file as ActionInput));
    const { organisationId } = world.units.lamps;
    await sure(does(world.as('dispatcher'), one, { action: 'dispatch', organisationId, note: '' }));
    await sure(does(world.as('lamp fitter'), one, { action: 'accept' }));
    await sure(does(world.public, one, { action: 'complain', text: WORDS }));
    return one;
  }

  /** Who handled, now also with a post that hears complaints: the same person, or another of the same unit. */
  function promoted(title: string, role: 'supervisor' | 'leader'): Context {
    const context = world.as(title);
    if (context.actor.kind !== 'person') throw new Error('a person');
    const { areaPath } = world.areas.district;
    const grants: Grant[] = context.actor.grants.flatMap((grant) => [
      grant,
      { ...grant, role, areaPath },
    ]);
    return { ...context, actor: { ...context.actor, grants } };
  }

  const seenBy = (context: Context, { matterId }: Complained) =>
    sure(
      detail(world.services, context, { params: { matterId }, query: undefined, body: undefined }),
    );
  const tasksOf = async (context: Context, { matterId }: Complained) =>
    (await sure(today(world.services, context))).items
      .filter((item) => item.matterId === matterId)
      .map(({ task }) => task);

  it.each(['supervisor', 'leader'])(
    'is among the day’s work of the %s, with its words',
    async (title) => {
      const one = await complained();
      expect(await tasksOf(world.as(title), one)).toEqual(['answer_complaint']);
      const seen = await seenBy(world.as(title), one);
      expect(seen.timeline.map(({ text }) => text)).toContain(WORDS);
      expect(seen.actions).toContain('answer_complaint');
    },
  );

  it.each([
    ['the person who handled it', 'lamp fitter'],
    ['a colleague of the same unit', 'second lamp fitter'],
  ])('is not shown to %s, whatever else they are', async (_who, title) => {
    const one = await complained();
    for (const role of ['supervisor', 'leader'] as const) {
      const context = promoted(title, role);
      const seen = await seenBy(context, one);
      expect(JSON.stringify(seen)).not.toContain(WORDS);
      expect(seen.timeline.map(({ kind }) => kind)).not.toContain('matter.complain');
      expect(seen.actions).not.toContain('answer_complaint');
      expect(await tasksOf(context, one)).not.toContain('answer_complaint');
      const answer = await does(context, one, { action: 'answer_complaint', text: '没有问题' });
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'matter.own_handling' } });
    }
  });

  it.each(['lamp fitter', 'intake', 'dispatcher', 'checker'])(
    'is not shown to the %s',
    async (title) => {
      const one = await complained();
      expect(JSON.stringify(await seenBy(world.as(title), one))).not.toContain(WORDS);
    },
  );

  it('is answered in sight of the reporter, and not of the unit that handled', async () => {
    const one = await complained();
    expect((await followed(one)).complaintAt).not.toBeNull();
    const text = '已经约谈，明天重新去修。';
    await sure(does(world.as('supervisor'), one, { action: 'answer_complaint', text }));
    const told = await followed(one);
    expect(told.complaintAt).toBeNull();
    expect(told.timeline.at(-1)).toMatchObject({
      kind: 'matter.answer_complaint',
      text,
      organisation: '督查室',
    });
    expect(JSON.stringify(await seenBy(world.as('lamp fitter'), one))).not.toContain(text);
    expect(await tasksOf(world.as('supervisor'), one)).toEqual([]);
    const twice = await does(world.as('supervisor'), one, { action: 'answer_complaint', text });
    expect(twice).toMatchObject({ ok: false, refusal: { code: 'matter.state' } });
  });

  it('can be made of what was withdrawn, and waits for an answer like any other', async () => {
    const one = await complained();
    await sure(does(world.as('leader'), one, { action: 'answer_complaint', text: '在查。' }));
    await sure(does(world.public, one, { action: 'withdraw', reason: '' }));
    await sure(does(world.public, one, { action: 'complain', text: '是被劝撤的' }));
    expect(await tasksOf(world.as('supervisor'), one)).toEqual(['answer_complaint']);
  });

  it('waits since the first of several', async () => {
    const one = await complained();
    const { complaintAt } = await followed(one);
    world.clock.move(60_000);
    await sure(does(world.public, one, { action: 'complain', text: '还没人理' }));
    expect((await followed(one)).complaintAt).toBe(complaintAt);
  });
});
