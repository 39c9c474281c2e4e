/** Views of the list: whose they are, who shares them, and that nobody overwrites anybody. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { OrganisationId, ViewId } from '#kernel/ids.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict, sure } from '#tests/worlds/district.ts';
import { changeView, chooseFirstView, removeView, saveView, type View } from '../contract.ts';
import { change, chooseFirst, remove, save } from './view-commands.ts';
import { views } from './views.ts';

const QUERY = { open: 'true', urgency: 'late', group: 'handler', columns: 'number,title,due' };

describe.each(engines)('views of the list on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let lamps: OrganisationId;
  beforeEach(async () => {
    world = await foundDistrict(database());
    lamps = world.units.lamps.organisationId;
  });

  const sends = (body: unknown, params?: unknown) =>
    ({ body, params, query: undefined, commandId: world.commandId() }) as never;
  const saves = (title: string, said: Readonly<Record<string, unknown>> = {}) =>
    save(
      world.services,
      world.as(title),
      sends(saveView.body?.parse({ name: '超期的', query: QUERY, ...said })),
    );
  const changes = (title: string, viewId: ViewId, said: Readonly<Record<string, unknown>>) =>
    change(world.services, world.as(title), sends(changeView.body?.parse(said), { viewId }));
  const removes = (title: string, viewId: ViewId, version: number) =>
    remove(world.services, world.as(title), sends(removeView.body?.parse({ version }), { viewId }));
  const begins = (title: string, viewId: ViewId | null) =>
    chooseFirst(world.services, world.as(title), sends(chooseFirstView.body?.parse({ viewId })));
  const seen = async (title: string) => sure(views(world.services, world.as(title)));
  const names = async (title: string) => (await seen(title)).views.map(({ name }: View) => name);

  it('are kept under a name with conditions, order, groups and columns', async () => {
    await sure(saves('lamp fitter'));
    const { views: kept, first } = await seen('lamp fitter');
    expect(kept).toMatchObject([
      { name: '超期的', query: QUERY, own: true, organisation: null, mayChange: true },
    ]);
    expect(first).toBeNull();
    expect(await names('second lamp fitter')).toEqual([]);
  });

  it('are shared with an organisation one works in, and with no other', async () => {
    await sure(saves('lamp fitter', { organisationId: lamps }));
    expect(await names('second lamp fitter')).toEqual(['超期的']);
    expect((await seen('second lamp fitter')).views[0]).toMatchObject({
      own: false,
      organisation: { name: '市政设施养护所' },
      mayChange: true,
    });
    expect(await names('road mender')).toEqual([]);
    const refused = await saves('road mender', { organisationId: lamps });
    expect(refused).toMatchObject({ refusal: { code: 'matter.view_share' } });
  });

  it('that are shared are changed by everybody there, one after the other', async () => {
    const { viewId } = await sure(saves('lamp fitter', { organisationId: lamps }));
    await sure(changes('second lamp fitter', viewId, { version: 1, name: '本所超期' }));
    const late = await changes('lamp fitter', viewId, { version: 1, query: { open: 'true' } });
    expect(late).toMatchObject({
      refusal: { code: 'command.stale', present: { version: 2, name: '本所超期' } },
    });
    await sure(changes('lamp fitter', viewId, { version: 2, query: { open: 'true' } }));
    expect((await seen('second lamp fitter')).views).toMatchObject([
      { name: '本所超期', query: { open: 'true' }, version: 3 },
    ]);
  });

  it('of somebody else are unknown, whatever one tries', async () => {
    const { viewId } = await sure(saves('lamp fitter'));
    const unknown = { refusal: { code: 'matter.view_unknown' } };
    expect(await changes('road mender', viewId, { version: 1, name: 'x' })).toMatchObject(unknown);
    expect(await removes('road mender', viewId, 1)).toMatchObject(unknown);
    expect(await begins('road mender', viewId)).toMatchObject(unknown);
  });

  it('are no longer shared when that is taken back, and stay their owner’s', async () => {
    const { viewId } = await sure(saves('lamp fitter', { organisationId: lamps }));
    await sure(changes('lamp fitter', viewId, { version: 1, organisationId: null }));
    expect(await names('second lamp fitter')).toEqual([]);
    expect(await names('lamp fitter')).toEqual(['超期的']);
  });

  it('can be what the list begins with, until they are removed', async () => {
    const { viewId } = await sure(saves('lamp fitter', { organisationId: lamps }));
    await sure(begins('second lamp fitter', viewId));
    expect((await seen('second lamp fitter')).first).toBe(viewId);
    expect((await seen('lamp fitter')).first).toBeNull();
    await sure(removes('lamp fitter', viewId, 1));
    expect(await seen('second lamp fitter')).toEqual({ views: [], first: null });
    const gone = await changes('lamp fitter', viewId, { version: 2, name: 'x' });
    expect(gone).toMatchObject({ refusal: { code: 'matter.view_unknown' } });
    await sure(begins('second lamp fitter', null));
  });

  it('are not kept without end', async () => {
    for (let at = 0; at < 100; at += 1) await sure(saves('lamp fitter', { name: `v${at}` }));
    expect(await saves('lamp fitter')).toMatchObject({
      refusal: { code: 'matter.views_many', detail: { limit: 100 } },
    });
  });

  it('leave their words out of the chain of events', async () => {
    await sure(saves('lamp fitter', { name: '李家院子', query: { q: '李家院子' } }));
    const [events] = await database().read(world.tenantId, {
      sql: `select fields || details as said from audit_events
            where tenant_id = $1 and kind = 'view.saved'`,
      parameters: [world.tenantId],
    });
    expect(events?.rows).toHaveLength(1);
    expect(String(events?.rows[0]?.['said'])).not.toContain('李家院子');
  });
});
