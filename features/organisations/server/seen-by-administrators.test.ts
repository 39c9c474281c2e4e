/** What administrators see before they change it, and the names they give the ladder. */
import { describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { PersonId, PostId } from '#kernel/ids.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { administratorOf } from '#tests/worlds/administrator.ts';
import { foundDistrict } from '#tests/worlds/district.ts';
import { showLadder } from './my-posts.ts';
import { nameSteps } from './name-ladder.ts';
import { showOpen } from './open-of-post.ts';
import type { OpenWorkSource } from './open-work-source.ts';
import { showPerson } from './show-person.ts';

describe.each(engines)('what administrators see on the %s engine', (engine) => {
  const database = useDatabase(engine);

  it('is a person with the posts of today, and what is open in a post, within their areas', async () => {
    const world = await foundDistrict(database());
    const { services, system } = world;
    const { personId, postId, title } = world.post('north handler');
    const person = (context: Context) =>
      showPerson(services, context, { ...NOTHING, params: { personId: personId as PersonId } });
    const open = (context: Context) =>
      showOpen(services, [errands], context, { ...NOTHING, params: { postId } });
    expect(await person(system)).toMatchObject({
      ok: true,
      value: { personId, tenures: [{ title, substitute: false, to: null }] },
    });
    expect(await open(system)).toEqual({
      ok: true,
      value: { open: [{ kind: 'errand', id: postId, label: 'Errand' }] },
    });
    const inNorth = administratorOf(world, 'security_admin', 'north');
    expect([(await person(inNorth)).ok, (await open(inNorth)).ok]).toEqual([true, true]);
    const inSouth = administratorOf(world, 'security_admin', 'south');
    expect(await person(inSouth)).toMatchObject({ refusal: { code: 'person.unknown' } });
    expect(await open(inSouth)).toMatchObject({ refusal: { code: 'post.unknown' } });
  });

  it('calls the steps of the ladder as who administers all of the tenant names them', async () => {
    const world = await foundDistrict(database());
    const { services } = world;
    const all = administratorOf(world, 'system_admin', 'district');
    const name = (context: Context, steps: { rank: number; name: string }[]) =>
      nameSteps(services, context, { ...NOTHING, body: { steps }, commandId: world.commandId() });
    const named = async () => {
      const answer = await showLadder(services, all);
      return answer.ok ? answer.value.steps.filter((step) => step.name !== null) : [];
    };
    const officer = { rank: 1, name: '经办人' };
    const head = { rank: 2, name: '股长' };
    expect(await name(all, [officer, head])).toEqual({ ok: true, value: { count: 2 } });
    expect(await named()).toEqual([officer, head]);
    expect(await name(all, [head])).toEqual({ ok: true, value: { count: 1 } });
    expect(await named()).toEqual([head]);
    expect(await name(all, [head, { ...head, name: '科长' }])).toMatchObject({
      refusal: { code: 'input.invalid', field: 'steps' },
    });
    const ofNorth = administratorOf(world, 'system_admin', 'north');
    expect(await name(ofNorth, [])).toMatchObject({ refusal: { code: 'access.not_allowed' } });
    expect(await named()).toEqual([head]);
  });
});

const NOTHING = { params: undefined, query: undefined, body: undefined };

/** One errand in the hands of each post. */
const errands: OpenWorkSource = {
  name: 'errands',
  lockOpen: () => [],
  handOver: () => ({ kind: 'errand', count: 0, changes: [] }),
  findOpen: (_tenantId, postIds) => ({
    sql: 'select unnest($1::uuid[]) as post_id',
    parameters: [postIds],
  }),
  readOpen: ({ rows }) =>
    rows.map((row) => ({
      kind: 'errand',
      id: String(row['post_id']),
      label: 'Errand',
      postId: row['post_id'] as PostId,
    })),
};
