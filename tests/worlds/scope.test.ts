/**
 * Random worlds of areas, posts, appointments, substitutes and days: what the
 * SQL of scope shows somebody equals what a plain reading of the rules says.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { grantsOfPosts } from '#features/access/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import type { Grant } from '#kernel/context.ts';
import type { AreaId, OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import { covers } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';
import { organisationCondition } from '#platform/scope/organisation-condition.ts';
import { reaches } from '#platform/scope/reach.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { migrationsUpTo } from '#tests/engines/migration-range.ts';
import { newAreas, newTenant } from '#tests/worlds/areas.ts';

/** Neighbours whose paths are close as texts: `100` ends where `101` begins, `zzz` is the last. */
const PATHS = ['100', '100100', '100100zzz', '1001zz', '101', '10z', '10z000', 'zzz', 'zzzzzz'];
const ROLES = ['intake', 'handler', 'grid_worker'] as const satisfies readonly Role[];
const PEOPLE = 3;

const dayOf = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

interface World {
  readonly posts: readonly {
    readonly path: string;
    readonly office: number;
    readonly roles: readonly Role[];
  }[];
  readonly tenures: readonly {
    readonly post: number;
    readonly person: number;
    readonly from: number;
    readonly length: number | null;
    readonly substitute: boolean;
  }[];
  readonly day: number;
}

const world: fc.Arbitrary<World> = fc.record({
  posts: fc.array(
    fc.record({
      path: fc.constantFrom(...PATHS),
      office: fc.nat(2),
      roles: fc.subarray([...ROLES], { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  tenures: fc.array(
    fc.record({
      post: fc.nat(4),
      person: fc.nat(PEOPLE - 1),
      from: fc.nat(20),
      length: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
      substitute: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  day: fc.nat(30),
});

/** Every path with every office. */
const sights = PATHS.flatMap((path, at) =>
  [0, 1, 2].map((office) => ({ id: at * 3 + office, path, office })),
);

describe.each(engines)('scope on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(49));
  let tenantId: TenantId;
  let areas: ReadonlyMap<string, AreaId>;
  const offices = Array.from({ length: 3 }, () => randomUUID() as OrganisationId);

  beforeAll(async () => {
    tenantId = await newTenant(database(), 'scope');
    areas = await newAreas(database(), tenantId, PATHS);
    await database().asOwner((transaction) =>
      transaction.script(`
        create table sights (
          tenant_id uuid not null,
          sight_id integer not null,
          area_path text collate "C" not null,
          organisation_id uuid not null,
          primary key (tenant_id, sight_id)
        );
        call protect_tenant_table('sights');
      `),
    );
    const rows = sights.map(({ id, path, office }) => ({
      sql: 'insert into sights values ($1, $2, $3, $4)',
      parameters: [tenantId, id, path, offices[office]],
    }));
    const made = offices.map((id) => ({
      sql: `insert into organisations (tenant_id, organisation_id, version, audit_head, path, kind, name, area_id, area_path, opened_on)
        values ($1, $2, 1, '', $3, 'department', 'Office', $4, '100', '2020-01-01')`,
      parameters: [tenantId, id, `/${id}/`, areas.get('100')],
    }));
    await database().write(tenantId, [...rows, ...made], async () => undefined);
  });

  it('shows exactly what lies in the areas and units of the posts held on the day', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (drawn) => {
        const { posts, people } = await build(drawn);
        for (const [index, personId] of people.entries()) {
          const day = dayOf(drawn.day);
          const answers = await database().read(
            tenantId,
            ...appointmentSource.statements(tenantId, personId, day),
          );
          const held = appointmentSource.read(answers)?.posts ?? [];
          const grants = grantsOfPosts(held);
          expect(grants.map(shown).sort()).toEqual(
            plainGrants(drawn, posts, index).map(shown).sort(),
          );
          await compareSight(grants);
        }
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  async function build({ posts, tenures }: World) {
    const postIds = posts.map(() => randomUUID() as PostId);
    const people = Array.from({ length: PEOPLE }, () => randomUUID() as PersonId);
    const statements: Statement[] = [
      ...people.map((id) => ({
        sql: `insert into people (tenant_id, person_id, version, audit_head, name) values ($1, $2, 1, '', 'A')`,
        parameters: [tenantId, id],
      })),
      ...posts.map(({ path, office, roles }, at) => ({
        sql: `insert into posts (tenant_id, post_id, version, audit_head, organisation_id, title, roles, area_id, area_path, rank)
          values ($1, $2, 1, '', $3, 'Post', $4, $5, $6, 1)`,
        parameters: [
          tenantId,
          postIds[at],
          offices[office],
          JSON.stringify(roles),
          areas.get(path),
          path,
        ],
      })),
      ...distinct(tenures, posts.length).map((tenure) => insertTenure(tenure, postIds, people)),
    ];
    await database().write(tenantId, statements, async () => undefined);
    return { posts: postIds, people };
  }

  function insertTenure(
    { post, person, from, length, substitute }: World['tenures'][number],
    posts: readonly PostId[],
    people: readonly PersonId[],
  ): Statement {
    const [table, id] = substitute
      ? ['substitutes', 'substitute_id']
      : ['appointments', 'appointment_id'];
    return {
      sql: `insert into ${table} (tenant_id, ${id}, version, audit_head, post_id, person_id, from_day, to_day)
        values ($1, $2, 1, '', $3, $4, $5, $6)`,
      parameters: [
        tenantId,
        randomUUID(),
        posts[post],
        people[person],
        dayOf(from),
        endOf(from, length, substitute),
      ],
    };
  }

  function plainGrants(
    { posts, tenures, day }: World,
    postIds: readonly PostId[],
    person: number,
  ): Grant[] {
    return distinct(tenures, posts.length)
      .filter((tenure) => tenure.person === person)
      .filter(({ from, length, substitute }) =>
        covers({ from: dayOf(from), to: endOf(from, length, substitute) }, dayOf(day)),
      )
      .flatMap(({ post, substitute }) => {
        const one = posts[post];
        const [postId, organisationId] = [postIds[post], offices[one?.office ?? 0]];
        if (!one || !postId || !organisationId) throw new Error('the world is not whole');
        const { path: areaPath, roles } = one;
        return roles.map((role) => ({ role, postId, organisationId, areaPath, substitute }));
      });
  }

  async function compareSight(grants: readonly Grant[]): Promise<void> {
    const actor = { kind: 'person', personId: '', accountId: '', name: '', grants } as never;
    const [byArea, byOffice] = await database().read(
      tenantId,
      compile(sql`select sight_id from sights s where s.tenant_id = ${tenantId}
        and ${areaCondition('s.area_path', grants, ['intake', 'grid_worker'])} order by sight_id`),
      compile(sql`select sight_id from sights s where s.tenant_id = ${tenantId}
        and ${organisationCondition('s.organisation_id', grants, ['handler'])} order by sight_id`),
    );
    const offered = grants.filter((grant) => grant.role === 'handler');
    expect(byArea?.rows.map((row) => row['sight_id'])).toEqual(
      sights
        .filter(({ path }) => reaches(actor, path, 'intake', 'grid_worker'))
        .map(({ id }) => id),
    );
    expect(byOffice?.rows.map((row) => row['sight_id'])).toEqual(
      sights
        .filter(({ office }) => offered.some((grant) => grant.organisationId === offices[office]))
        .map(({ id }) => id),
    );
  }
});

/** One tenure for each post, person and sort: the tables refuse overlaps. */
function distinct(tenures: World['tenures'], posts: number): World['tenures'] {
  const wrapped = tenures.map((tenure) => ({ ...tenure, post: tenure.post % posts }));
  const seen = new Map(
    wrapped.map((tenure) => [`${tenure.post} ${tenure.person} ${tenure.substitute}`, tenure]),
  );
  return [...seen.values()];
}

function endOf(from: number, length: number | null, substitute: boolean): string | null {
  if (length !== null) return dayOf(from + length);
  return substitute ? dayOf(60) : null;
}

function shown({ role, postId, areaPath, substitute }: Grant): string {
  return `${role} ${postId} ${areaPath} ${substitute}`;
}
