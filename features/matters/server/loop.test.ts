import { TemplateHandler } from 'easy-template-x';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { Id, MatterId } from '#kernel/ids.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import type { ActionInput } from '../contract.ts';
import { act } from './act.ts';
import { detail } from './detail.ts';
import { figures } from './figures.ts';
import { foldAll } from './fold.ts';
import { follow } from './follow.ts';
import { list } from './list.ts';
import { orderFile } from './order-file.ts';
import { preview } from './preview.ts';
import { recount } from './recount.ts';
import { type Report, report } from './report.ts';
import { escalateLate } from './sweep.ts';
import { today } from './today.ts';
import { units } from './units.ts';

const HOUR = 3_600_000;

describe.each(engines)('the loop of a matter on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  beforeAll(async () => {
    world = await foundDistrict(database());
  }, START_LIMIT);

  const lamp: Report = {
    title: '',
    description: '巷口的路灯不亮。我的电话13800138000，晚上看不清路。',
    lng: 113.52,
    lat: 34.82,
    placeText: '巷口第三根灯杆',
    photos: [],
    reporterName: '王某',
    reporterPhone: '138 0013 8000',
    reporterShared: false,
    personal: false,
    source: 'portal',
  };

  const reportLamp = (said: Partial<Report> = {}, context: Context = world.public) =>
    sure(report(world.services, context, world.commandId(), { ...lamp, ...said }));

  async function versionOf(matterId: MatterId): Promise<number> {
    const [rows] = await database().read(world.tenantId, {
      sql: 'select version from matters where tenant_id = $1 and matter_id = $2',
      parameters: [world.tenantId, matterId],
    });
    return rows?.rows[0]?.['version'] as number;
  }

  async function does(title: string, matterId: MatterId, input: ActionInput) {
    const version = await versionOf(matterId);
    return act(world.services, world.as(title), {
      commandId: world.commandId(),
      matterId,
      version,
      input,
    });
  }

  const file = () =>
    ({ action: 'file', categoryId: world.categories['B0101'], condition: '' }) as ActionInput;
  const dispatch = (unit: keyof District['units']) =>
    ({
      action: 'dispatch',
      organisationId: world.units[unit].organisationId,
      note: '',
    }) as const;

  async function inHand(said: Partial<Report> = {}): Promise<MatterId> {
    const { matterId } = await reportLamp(said);
    await sure(does('intake', matterId, file()));
    await sure(does('dispatcher', matterId, dispatch('lamps')));
    await sure(does('lamp fitter', matterId, { action: 'accept' }));
    return matterId;
  }

  async function closed(): Promise<MatterId> {
    const matterId = await inHand();
    await sure(does('lamp fitter', matterId, { action: 'answer', text: '已更换灯泡', photos: [] }));
    await sure(does('checker', matterId, { action: 'check', text: '灯已亮', photos: [] }));
    await sure(does('intake', matterId, { action: 'close', note: '' }));
    return matterId;
  }

  it('says beforehand what a step would do to several, does nothing, and every step back is lawful', async () => {
    const { matterId: filed } = await reportLamp();
    await sure(does('intake', filed, file()));
    const handled = await inHand();
    const input = dispatch('lamps');
    const asked = {
      params: undefined,
      query: undefined,
      body: { input, matterIds: [filed, handled] },
    };
    const seen = await sure(preview(world.services, world.as('dispatcher'), asked));
    expect(seen.items.map(({ matterId, refusal }) => [matterId, refusal === null])).toEqual([
      [filed, true],
      [handled, false],
    ]);
    expect(await versionOf(filed)).toBe(seen.items[0]?.version);

    const back = seen.items[0]?.back;
    if (!back) throw new Error('a dispatch can be taken back');
    await sure(does('dispatcher', filed, input));
    expect((await sure(does('dispatcher', filed, back))).state).toBe('filed');
    expect(await does('dispatcher', filed, back)).toMatchObject({
      ok: false,
      refusal: { code: 'matter.state' },
    });
  });

  it('leaves out of a preview what the reader may not see', async () => {
    const matterId = await inHand();
    const asked = {
      params: undefined,
      query: undefined,
      body: {
        input: { action: 'comment', text: 'x', told: false } as const,
        matterIds: [matterId],
      },
    };
    expect((await sure(preview(world.services, world.as('road mender'), asked))).items).toEqual([]);
    expect(
      (await sure(preview(world.services, world.as('lamp fitter'), asked))).items,
    ).toHaveLength(1);
  });

  it('an order in writing says what is asked and by when, and never who reported', async () => {
    const matterId = await inHand({ reporterName: '赵某某' });
    const order = (title: string, kind: 'dispatch' | 'supervision') =>
      orderFile(world.services, world.as(title), {
        params: { matterId, order: kind },
        query: undefined,
        body: undefined,
      });
    expect(await order('supervisor', 'supervision')).toMatchObject({
      refusal: { code: 'matter.no_order' },
    });
    expect(await order('road mender', 'dispatch')).toMatchObject({
      refusal: { code: 'matter.unknown' },
    });
    await sure(does('supervisor', matterId, { action: 'supervise', text: '三日内办结' }));
    for (const [kind, said] of [
      ['dispatch', '市政设施养护所'],
      ['supervision', '三日内办结'],
    ] as const) {
      const { body } = await sure(order('supervisor', kind));
      const text = await new TemplateHandler().getText(body as Buffer);
      expect(text).toContain(said);
      expect(text).not.toContain('{');
      expect(text).not.toContain('赵某');
      expect(text).not.toContain('13800138000');
    }
  });

  it('supervision begins and ends by a step with its reason', async () => {
    const matterId = await inHand();
    const release = { action: 'release', reason: '已按要求办' } as const;
    expect(await does('supervisor', matterId, release)).toMatchObject({ ok: false });
    await sure(does('supervisor', matterId, { action: 'supervise', text: '三日内办结' }));
    await sure(does('supervisor', matterId, release));
    const seen = await sure(
      detail(world.services, world.as('supervisor'), {
        params: { matterId },
        query: undefined,
        body: undefined,
      }),
    );
    expect(seen.supervised).toBe(false);
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['matter.supervise', 'matter.release']),
    );
  });

  it('goes from a report to an evaluation, and the reporter sees each step', async () => {
    const { number, matterId, followKey } = await reportLamp();
    await sure(does('intake', matterId, file()));
    await sure(does('dispatcher', matterId, dispatch('lamps')));
    await sure(does('lamp fitter', matterId, { action: 'accept' }));
    await sure(does('lamp fitter', matterId, { action: 'answer', text: '已更换', photos: [] }));
    await sure(does('checker', matterId, { action: 'check', text: '灯已亮', photos: [] }));
    await sure(does('intake', matterId, { action: 'close', note: '' }));
    await sure(
      does('second intake', matterId, {
        action: 'call_back',
        result: 'reached',
        solved: true,
        satisfaction: 5,
        note: '',
      }),
    );
    const proof = { number, phone: '+86 138-0013-8000', key: '' };
    const seen = await sure(
      follow(world.services, world.public, {
        params: { tenant: world.slug },
        query: undefined,
        body: proof,
      }),
    );
    expect(seen.state).toBe('called_back');
    expect(seen.handlerName).toBe('市政设施养护所');
    expect(seen.timeline.map((entry) => entry.kind)).toEqual([
      'matter.report',
      'matter.file',
      'matter.dispatch',
      'matter.accept',
      'matter.answer',
      'matter.check',
      'matter.close',
      'matter.call_back',
    ]);
    const byKey = await sure(
      follow(world.services, world.public, {
        params: { tenant: world.slug },
        query: undefined,
        body: { number, phone: '', key: followKey },
      }),
    );
    expect(byKey.actions).toContain('evaluate');
    await sure(
      act(world.services, world.public, {
        commandId: world.commandId(),
        matterId,
        version: byKey.version,
        input: { action: 'evaluate', solved: true, satisfaction: 5, text: '谢谢' },
        asking: { kind: 'reporter' },
      }),
    );
  });

  it('lies in the smallest area under its point, and its words are masked', async () => {
    const { matterId } = await reportLamp();
    const seen = await sure(
      detail(world.services, world.as('intake'), {
        params: { matterId },
        query: undefined,
        body: undefined,
      }),
    );
    expect(seen.place.areaName).toBe('lane');
    expect(seen.description).not.toContain('13800138000');
    expect(seen.reporter).toEqual({ name: '王**', phone: '138****8000', forOther: false });
  });

  it('hides the reporter from the handler unless it was agreed', async () => {
    const hidden = await inHand();
    const shared = await inHand({ reporterShared: true });
    const read = (matterId: MatterId) =>
      sure(
        detail(world.services, world.as('lamp fitter'), {
          params: { matterId },
          query: undefined,
          body: undefined,
        }),
      );
    expect((await read(hidden)).reporter).toBeNull();
    expect((await read(shared)).reporter?.phone).toBe('138****8000');
  });

  it('is unknown to who is not entitled', async () => {
    const { matterId } = await reportLamp({ lng: 113.52, lat: 34.72 });
    for (const title of ['north intake', 'lamp fitter', 'grid worker']) {
      const answer = await detail(world.services, world.as(title), {
        params: { matterId },
        query: undefined,
        body: undefined,
      });
      expect(answer, title).toMatchObject({ ok: false, refusal: { code: 'matter.unknown' } });
    }
  });

  it('is never closed by the unit that handled it', async () => {
    const matterId = await inHand();
    await sure(does('lamp fitter', matterId, { action: 'answer', text: '好了', photos: [] }));
    for (const title of ['lamp fitter', 'second lamp fitter']) {
      const answer = await does(title, matterId, { action: 'check', text: '好', photos: [] });
      expect(answer.ok, title).toBe(false);
    }
  });

  it('a command for a state that no longer holds is answered with the present one', async () => {
    const matterId = await inHand();
    const answer = await does('intake', matterId, file());
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'matter.state', present: { state: 'handling' } },
    });
    const stale = await act(world.services, world.as('lamp fitter'), {
      commandId: world.commandId(),
      matterId,
      version: 1,
      input: { action: 'answer', text: '好了', photos: [] },
    });
    expect(stale).toMatchObject({ ok: false, refusal: { code: 'command.stale' } });
  });

  it('a report sent twice is one report', async () => {
    const commandId = world.commandId();
    const first = await report(world.services, world.public, commandId, lamp);
    const second = await report(world.services, world.public, commandId, lamp);
    expect(second).toEqual(first);
  });

  it('takes another number where two draw the same one', async () => {
    // Identifiers that end alike for a while draw the same number.
    const alike = (calls: number): Context => {
      let left = calls;
      const next = <T extends Id<string>>(): T => {
        const id = world.services.ids.next<T>();
        left -= 1;
        return left >= 0 ? (`${id.slice(0, -12)}0123456789ab` as T) : id;
      };
      return { ...world.public, ids: { next } };
    };
    const first = await reportLamp({}, alike(50));
    const second = await reportLamp({}, alike(6));
    expect(first.number).toMatch(/^\d{6}-\d{6}$/);
    expect(second.number).not.toBe(first.number);
  });

  it('climbs the ladder by itself when its time has run out, and only once for each time', async () => {
    const matterId = await inHand();
    world.clock.move(5 * 24 * HOUR);
    const climbed = await escalateLate(world.services, world.system);
    expect(climbed).toBeGreaterThan(0);
    await escalateLate(world.services, world.system);
    const seen = await sure(
      detail(world.services, world.as('supervisor'), {
        params: { matterId },
        query: undefined,
        body: undefined,
      }),
    );
    expect(seen.escalationLevel).toBe(1);
    expect(seen.urgency).toBe('late');
  });

  it('what has climbed stands in the day of the post one rank higher, over the place', async () => {
    const matterId = await inHand({ lng: 113.52, lat: 34.72 });
    const north = await inHand();
    world.clock.move(5 * 24 * HOUR);
    await escalateLate(world.services, world.system);
    const dayOf = async (title: string) =>
      (await sure(today(world.services, world.as(title)))).items.map((one) => one.matterId);
    expect(await dayOf('supervisor')).toContain(matterId);
    // Nearer than the district's supervision: the head of the street.
    expect(await dayOf('north leader')).toContain(north);
    expect(await dayOf('north leader')).not.toContain(matterId);
  });

  it('shelved needs an approver and a date; what is shelved is resumed where it was', async () => {
    const matterId = await inHand();
    const shelving = { action: 'shelve', reviewOn: '2027-03-01', reason: '产权不明' } as const;
    expect((await does('lamp fitter', matterId, shelving)).ok).toBe(false);
    await sure(does('leader', matterId, shelving));
    const back = await sure(does('leader', matterId, { action: 'resume', reason: '' }));
    expect(back.state).toBe('handling');
  });

  it('shelved waits for nobody before its day of review, and for the leader from then on', async () => {
    const matterId = await inHand();
    const days = (count: number) => count * 24 * HOUR;
    const reviewOn = new Date(world.clock.now() + days(3)).toISOString().slice(0, 10);
    await sure(does('leader', matterId, { action: 'shelve', reviewOn, reason: '产权不明' }));
    const day = async () => (await sure(today(world.services, world.as('leader')))).items;
    expect((await day()).map((one) => one.matterId)).not.toContain(matterId);
    world.clock.move(days(5));
    const waiting = (await day()).find((one) => one.matterId === matterId);
    expect(waiting?.task).toBe('resume');
  });

  it('merged into another one, both tell of it', async () => {
    const target = await inHand();
    const { matterId } = await reportLamp();
    await sure(does('intake', matterId, { action: 'merge', targetId: target }));
    const seen = await sure(
      detail(world.services, world.as('intake'), {
        params: { matterId: target },
        query: undefined,
        body: undefined,
      }),
    );
    expect(seen.related.map((one) => one.id)).toContain(matterId);
    expect(seen.timeline.at(-1)?.kind).toBe('matter.joined');
  });

  it('a disputed dispatch goes back to be dispatched anew when the dispute is upheld', async () => {
    const { matterId } = await reportLamp();
    await sure(does('intake', matterId, file()));
    await sure(does('dispatcher', matterId, dispatch('roads')));
    await sure(does('road mender', matterId, { action: 'dispute', reason: '不归我单位' }));
    const settled = await sure(
      does('dispatcher', matterId, { action: 'settle_dispute', upheld: true, reason: '属实' }),
    );
    expect(settled.state).toBe('filed');
  });

  it('suggests the owner first for a component, the nearest territory next', async () => {
    const { matterId } = await reportLamp();
    await sure(does('intake', matterId, file()));
    const { units: order } = await sure(
      units(world.services, world.as('dispatcher'), {
        params: { matterId },
        query: undefined,
        body: undefined,
      }),
    );
    expect(order.map((one) => one.name)).toEqual([
      '市政设施养护所',
      '北街道办事处',
      '里弄社区居民委员会',
    ]);
    expect(order.at(-1)?.lawful).toBe(false);
  });

  it('is not dispatched to a community where the list of duties forbids it', async () => {
    const { matterId } = await reportLamp();
    await sure(does('intake', matterId, file()));
    const answer = await does('dispatcher', matterId, dispatch('lane'));
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'matter.not_main_handler' } });
  });

  it('is found by Chinese words and by its number', async () => {
    const { number } = await reportLamp({ title: '喷泉漏水', description: '广场喷泉一直漏水' });
    for (const q of ['喷泉', number]) {
      const found = await sure(
        list(world.services, world.as('intake'), {
          params: undefined,
          body: undefined,
          query: { q, state: [], sort: 'due', limit: 50 },
        }),
      );
      expect(
        found.items.map((one) => one.number),
        q,
      ).toContain(number);
    }
  });

  it('the list passes every matter once, page by page, in the order of lateness', async () => {
    const numbers: string[] = [];
    const dues: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await sure(
        list(world.services, world.as('supervisor'), {
          params: undefined,
          body: undefined,
          query: { q: '', state: [], sort: 'due', limit: 5, cursor },
        }),
      );
      numbers.push(...page.items.map((one) => one.number));
      dues.push(...page.items.map((one) => one.dueAt ?? '9'));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(dues).toEqual([...dues].sort());
    const [rows] = await database().read(world.tenantId, {
      sql: 'select count(*)::int as n from matters where tenant_id = $1',
      parameters: [world.tenantId],
    });
    expect(numbers.length).toBe(rows?.rows[0]?.['n']);
  });

  it('today shows a handler what waits for the unit and nothing else', async () => {
    const mine = await sure(today(world.services, world.as('lamp fitter')));
    expect(mine.items.length).toBeGreaterThan(0);
    expect(new Set(mine.items.map((one) => one.handler?.name))).toEqual(
      new Set(['市政设施养护所']),
    );
  });

  it('an extension asked for stands in the day of who decides it', async () => {
    const matterId = await inHand();
    const dayOf = async (title: string) =>
      (await sure(today(world.services, world.as(title)))).items.map((one) => one.matterId);
    expect(await dayOf('dispatcher')).not.toContain(matterId);
    const until = new Date(world.clock.now() + 60 * 24 * HOUR).toISOString();
    await sure(
      does('lamp fitter', matterId, { action: 'request_extension', until, reason: '等配件' }),
    );
    expect(await dayOf('dispatcher')).toContain(matterId);
    await sure(
      does('dispatcher', matterId, { action: 'decide_extension', granted: true, reason: '同意' }),
    );
    expect(await dayOf('dispatcher')).not.toContain(matterId);
  });

  it('figures equal a recount, folded or not', async () => {
    await closed();
    const sums = async () => {
      const answer = await sure(
        figures(world.services, world.as('leader'), {
          params: undefined,
          body: undefined,
          query: { from: '2026-01-01', to: '2027-12-31', by: 'total' },
        }),
      );
      return answer.groups[0]?.figures;
    };
    const before = await sums();
    await foldAll(database(), world.tenantId);
    expect(await sums()).toEqual(before);
    const rows = await recount(database(), world.tenantId, 'Asia/Shanghai');
    const total = (measure: string) =>
      rows.filter((row) => row.measure === measure).reduce((sum, row) => sum + row.total, 0);
    expect(before).toMatchObject({
      reported: total('reported'),
      filed: total('filed'),
      closed: total('closed'),
      response: { raw: { numerator: total('response_met'), denominator: total('response_due') } },
      onTime: { raw: { numerator: total('on_time'), denominator: total('limited') } },
      solved: { raw: { numerator: total('solved'), denominator: total('asked') } },
    });
    expect(total('reported')).toBeGreaterThan(10);
  });
});
