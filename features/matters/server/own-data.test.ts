import { beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATION_AGGREGATES } from '#features/organisations/server/public.ts';
import { PLACES_AGGREGATES } from '#features/places/server/public.ts';
import type { MatterId } from '#kernel/ids.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import type { ActionInput } from '../contract.ts';
import { act } from './act.ts';
import { categoryAggregate, matterAggregate, reporterAggregate } from './aggregates.ts';
import { detail } from './detail.ts';
import { follow } from './follow.ts';
import { correctOwnContact, eraseHeldData } from './own-contact.ts';
import { copyHeldData, readOwnData } from './own-data.ts';
import { type Report, report } from './report.ts';
import { reveal } from './reveal.ts';

const DAY = 24 * 3_600_000;
const PHONE = '13800138000';
const AGGREGATES = [
  ...PLACES_AGGREGATES,
  ...ORGANISATION_AGGREGATES,
  categoryAggregate,
  reporterAggregate,
  matterAggregate,
];

describe.each(engines)('what is held on a reporter, on the %s engine', (engine) => {
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
    placeText: '巷口第三根灯杆',
    photos: [],
    reporterName: '王某',
    reporterPhone: PHONE,
    reporterShared: true,
    personal: false,
    source: 'portal',
  };

  interface Reported {
    readonly matterId: MatterId;
    readonly proof: { readonly number: string; readonly phone: string; readonly key: string };
  }

  async function reported(): Promise<Reported> {
    const { matterId, number, followKey } = await sure(
      report(world.services, world.public, world.commandId(), lamp),
    );
    return { matterId, proof: { number, phone: '', key: followKey } };
  }

  const asked = <B>(body: B) => ({
    params: { tenant: world.slug },
    query: undefined,
    body,
    commandId: world.commandId(),
  });
  const held = ({ proof }: Reported) =>
    sure(readOwnData(world.services, world.public, asked(proof)));
  const looks = (title: string, { matterId }: Reported, purpose: 'call_back' | 'legal_request') =>
    sure(
      reveal(world.services, world.as(title), {
        params: { matterId },
        query: undefined,
        body: { purpose, reason: '' },
        commandId: world.commandId(),
      }),
    );
  const corrects = async (
    one: Reported,
    change: { readonly name?: string; readonly phone?: string; readonly shared?: boolean },
  ) =>
    sure(
      correctOwnContact(
        world.services,
        world.public,
        asked({
          proof: one.proof,
          version: (await held(one)).version,
          name: '',
          phone: '',
          shared: true,
          ...change,
        }),
      ),
    );
  const erases = async (one: Reported, what: 'contact' | 'words') =>
    sure(
      eraseHeldData(
        world.services,
        world.public,
        asked({ proof: one.proof, version: (await held(one)).version, what }),
      ),
    );

  async function withdrawn(one: Reported): Promise<void> {
    const { version } = await sure(follow(world.services, world.public, asked(one.proof)));
    await sure(
      act(world.services, world.public, {
        commandId: world.commandId(),
        matterId: one.matterId,
        version,
        input: { action: 'withdraw', reason: '' },
        asking: { kind: 'reporter' },
      }),
    );
  }

  async function closed(one: Reported): Promise<void> {
    const steps: readonly (readonly [string, ActionInput])[] = [
      [
        'intake',
        {
          action: 'file',
          categoryId: world.categories['B0101'],
          condition: '',
        } as ActionInput,
      ],
      [
        'dispatcher',
        {
          action: 'dispatch',
          organisationId: world.units.lamps.organisationId,
          note: '',
        },
      ],
      ['lamp fitter', { action: 'accept' }],
      ['lamp fitter', { action: 'answer', text: '已更换', photos: [] }],
      ['checker', { action: 'check', text: '灯已亮', photos: [] }],
      ['intake', { action: 'close', note: '' }],
    ];
    for (const [title, input] of steps) {
      const { version } = await sure(follow(world.services, world.public, asked(one.proof)));
      const step = { commandId: world.commandId(), matterId: one.matterId, version, input };
      await sure(act(world.services, world.as(title), step));
    }
  }

  /** What the audit finds wrong with any chain or row. */
  async function findings(): Promise<readonly unknown[]> {
    const { findings: found } = await verifyTenant(
      { ...world.installation, ...world.services, aggregates: AGGREGATES },
      world.tenantId,
    );
    return found;
  }

  it('is shown to the reporter, masked, and in full only in the copy', async () => {
    const one = await reported();
    expect(await held(one)).toMatchObject({
      name: '王**',
      phone: '138****8000',
      shared: true,
      point: { lng: 113.52, lat: 34.82 },
      contactKept: { why: 'under_way' },
      readings: [],
      requests: [],
    });
    const copy = await sure(copyHeldData(world.services, world.public, asked(one.proof)));
    expect(copy.contact).toEqual({ name: '王某', phone: PHONE });
    expect(copy.matter.description).toBe(lamp.description);
  });

  it('of somebody who reported for another is the helper’s contact alone, and it says so', async () => {
    const { number, followKey, matterId } = await sure(
      report(world.services, world.public, world.commandId(), { ...lamp, forOther: true }),
    );
    const proof = { number, phone: '', key: followKey };
    expect((await sure(follow(world.services, world.public, asked(proof)))).forOther).toBe(true);
    const seen = await sure(
      detail(world.services, world.as('intake'), {
        params: { matterId },
        query: undefined,
        body: undefined,
      }),
    );
    expect(seen.reporter).toEqual({ name: '王**', phone: '138****8000', forOther: true });
    expect(await findings()).toEqual([]);
  });

  it('says which office and post looked, what for and when, and never who', async () => {
    const one = await reported();
    await looks('intake', one, 'call_back');
    world.clock.move(60_000);
    await looks('supervisor', one, 'legal_request');
    await sure(copyHeldData(world.services, world.public, asked(one.proof)));
    const { readings } = await held(one);
    expect(
      readings.map(({ purpose, organisation, post }) => [purpose, organisation, post]),
    ).toEqual(
      expect.arrayContaining([
        ['own_data', '', ''],
        ['legal_request', '督查室', 'supervisor'],
        ['call_back', '城市运行中心', 'intake'],
      ]),
    );
    expect(readings).toHaveLength(3);
    expect(JSON.stringify(readings)).not.toContain('受理员甲');
  });

  it('is shown to nobody without the proof', async () => {
    const { proof } = await reported();
    const wrong = { ...proof, key: 'wrongwrongwr' };
    const codes = await Promise.all([
      readOwnData(world.services, world.public, asked(wrong)),
      copyHeldData(world.services, world.public, asked(wrong)),
      correctOwnContact(
        world.services,
        world.public,
        asked({ proof: wrong, version: 1, name: 'x', phone: '', shared: false }),
      ),
      eraseHeldData(
        world.services,
        world.public,
        asked({ proof: wrong, version: 1, what: 'contact' as const }),
      ),
    ]);
    expect(codes.map((one) => !one.ok && one.refusal.code)).toEqual(
      Array.from({ length: 4 }, () => 'matter.follow_unknown'),
    );
  });

  it('is put right by the reporter, who is then known by the new phone alone', async () => {
    const one = await reported();
    await corrects(one, { phone: '139 0000 0001' });
    const byPhone = (phone: string) =>
      readOwnData(world.services, world.public, asked({ ...one.proof, key: '', phone }));
    expect((await byPhone(PHONE)).ok).toBe(false);
    expect(await sure(byPhone('13900000001'))).toMatchObject({
      name: '王**',
      phone: '139****0001',
      requests: [{ kind: 'corrected' }],
    });
    expect(await findings()).toEqual([]);
  });

  it('is hidden from the handling unit as soon as the reporter says so', async () => {
    const one = await reported();
    await corrects(one, { shared: false });
    expect((await held(one)).shared).toBe(false);
    expect(await findings()).toEqual([]);
  });

  it('refuses a correction that saw an older contact', async () => {
    const one = await reported();
    await corrects(one, { name: '李某' });
    const late = asked({ proof: one.proof, version: 1, name: '赵某', phone: '', shared: true });
    expect(await correctOwnContact(world.services, world.public, late)).toMatchObject({
      ok: false,
      refusal: { code: 'command.stale' },
    });
  });

  it('keeps the contact while the work goes on, with the reason, and writes the refusal down', async () => {
    const one = await reported();
    expect(await erases(one, 'contact')).toMatchObject({ kept: { why: 'under_way' } });
    expect(await held(one)).toMatchObject({
      phone: '138****8000',
      requests: [{ kind: 'kept', what: 'contact', kept: { why: 'under_way' } }],
    });
    expect(await findings()).toEqual([]);
  });

  it('erases the contact once nothing needs it: no phone, no hash, and every chain is valid', async () => {
    const one = await reported();
    await withdrawn(one);
    expect(await erases(one, 'contact')).toMatchObject({ kept: null });
    expect(await held(one)).toMatchObject({ name: '', phone: '', requests: [{ kind: 'erased' }] });
    const [rows] = await database().read(world.tenantId, {
      sql: `select r.name, r.phone, r.phone_hash from reporters r
        join matters m on m.tenant_id = $1 and m.reporter_id = r.reporter_id
        where r.tenant_id = $1 and m.matter_id = $2`,
      parameters: [world.tenantId, one.matterId],
    });
    expect(rows?.rows).toEqual([{ name: null, phone: null, phone_hash: null }]);
    expect(await findings()).toEqual([]);
  });

  it('erases the contact of a closed matter after the period for reopening, not before', async () => {
    const one = await reported();
    await closed(one);
    const { kept } = await erases(one, 'contact');
    expect(kept?.why).toBe('reopen_period');
    world.clock.move(Date.parse(kept?.until ?? '') - world.clock.now());
    expect((await erases(one, 'contact')).kept?.why).toBe('reopen_period');
    world.clock.move(DAY);
    expect(await erases(one, 'contact')).toMatchObject({ kept: null });
  });

  it('keeps words and photos as an archive, and says so', async () => {
    const one = await reported();
    await withdrawn(one);
    expect(await erases(one, 'words')).toMatchObject({ kept: { why: 'archive' } });
    expect((await held(one)).phone).toBe('138****8000');
  });

  it('is erased once, however often the same request arrives', async () => {
    const one = await reported();
    await withdrawn(one);
    const request = asked({ proof: one.proof, version: 1, what: 'contact' as const });
    const first = await sure(eraseHeldData(world.services, world.public, request));
    expect(await sure(eraseHeldData(world.services, world.public, request))).toEqual(first);
    expect((await held(one)).requests).toHaveLength(1);
  });
});
