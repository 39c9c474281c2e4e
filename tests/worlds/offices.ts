/** A town whose offices, people and posts a test makes one by one. */
import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import type * as contract from '#features/organisations/contract.ts';
import { add } from '#features/organisations/server/add-person.ts';
import {
  giveAppointment,
  giveSubstitution,
} from '#features/organisations/server/appointment-commands.ts';
import { appointmentSource } from '#features/organisations/server/appointments.ts';
import { handOverPost } from '#features/organisations/server/hand-over.ts';
import type { OpenWorkSource } from '#features/organisations/server/open-work-source.ts';
import { create } from '#features/organisations/server/organisation-commands.ts';
import { beginPost } from '#features/organisations/server/post-commands.ts';
import type { Context, Grant } from '#kernel/context.ts';
import type {
  AccountId,
  AppointmentId,
  AreaId,
  CommandId,
  OrganisationId,
  PersonId,
  PostId,
  TenantId,
} from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import type { Database } from '#platform/database/database.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { newAreas, newTenant } from './areas.ts';
import { type TestServices, testServices } from './test-services.ts';

/** Work that lies open in the hands of posts, in a table of the test. */
export const errands: OpenWorkSource = {
  name: 'errands',
  lockOpen: (tenantId, { postId, from }) => [
    {
      sql: 'select errand_id from errands where tenant_id = $1 and post_id = $2 and person_id = $3 for update',
      parameters: [tenantId, postId, from],
    },
  ],
  handOver: ({ tenantId }, { postId, from, to }, [open]) => ({
    kind: 'errand',
    count: open?.rows.length ?? 0,
    changes: [],
    also: [
      {
        sql: 'update errands set person_id = $4 where tenant_id = $1 and post_id = $2 and person_id = $3',
        parameters: [tenantId, postId, from, to],
      },
    ],
  }),
  findOpen: (tenantId, postIds) => ({
    sql: 'select errand_id, post_id, name from errands where tenant_id = $1 and post_id = any($2::uuid[])',
    parameters: [tenantId, postIds],
  }),
  readOpen: (answer) =>
    answer.rows.map((row) => ({
      kind: 'errand',
      id: String(row['errand_id']),
      label: String(row['name']),
      postId: row['post_id'] as PostId,
    })),
};

/** The input of a command with a body alone. */
export const input = <E extends Parameters<typeof shape>[0]>(body: E) => shape(body);
/** The input of an endpoint. */
export function shape<B>(body: B, params: unknown = undefined, query: unknown = undefined) {
  const commandId = randomUUID() as CommandId;
  return { body, params, query, commandId } as unknown as CommandInput<never> & { body: B };
}

/** What was answered; throws where it was refused. */
export function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

/** The code it was refused with, if it was. */
export const codeOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? undefined : outcome.refusal.code;

interface Town {
  readonly services: TestServices;
  readonly tenantId: TenantId;
  readonly areas: ReadonlyMap<string, AreaId>;
}

async function foundTown(database: Database): Promise<Town> {
  const services = testServices(database, '2026-11-22T08:00:00Z');
  const tenantId = await newTenant(database, 'town');
  const areas = await newAreas(database, tenantId, ['100200', '100300', '900']);
  await database.asOwner((transaction) =>
    transaction.script(`
        create table errands (
          tenant_id uuid not null,
          errand_id uuid not null,
          post_id uuid not null,
          person_id uuid not null,
          name text not null,
          primary key (tenant_id, errand_id)
        );
        call protect_tenant_table('errands');
      `),
  );
  return { services, tenantId, areas };
}

/** The town of a `describe`, founded before its first test, and what is done in it. */
export function useOffices(database: () => Database) {
  let town: Town | undefined;
  beforeAll(async () => {
    town = await foundTown(database());
  });
  const made = (): Town => {
    if (town === undefined) throw new Error('the town is founded before the first test');
    return town;
  };
  const services = (): TestServices => made().services;
  const tenantId = (): TenantId => made().tenantId;

  const contextOf = (actor: Context['actor']): Context => ({
    tenantId: tenantId(),
    timeZone: 'Asia/Shanghai',
    clock: services().clock,
    ids: services().ids,
    locale: 'zh',
    actor,
  });
  const system = () => contextOf({ kind: 'system', name: 'test' });
  const person = (role: Role, areaPath: string, personId = randomUUID() as PersonId): Context => {
    const grant: Grant = {
      role,
      areaPath,
      postId: randomUUID() as PostId,
      organisationId: randomUUID() as OrganisationId,
      substitute: false,
    };
    const accountId = randomUUID() as AccountId;
    return contextOf({ kind: 'person', personId, accountId, name: 'A', grants: [grant] });
  };
  const area = (path: string) => made().areas.get(path) as AreaId;

  type Created = CommandInput<typeof contract.createOrganisation>;
  const newOrganisation = async (more: Partial<Created['body']> = {}, context = system()) =>
    create(
      services(),
      context,
      shape({ kind: 'department', name: 'Office', areaId: area('100'), ...more }) as Created,
    );
  const openOffice = async (more: Partial<Created['body']> = {}) =>
    granted(await newOrganisation(more)).organisationId;

  const newPerson = async (name = 'Somebody') =>
    granted(
      await add(services(), system(), input({ name }) as CommandInput<typeof contract.addPerson>),
    ).personId;

  const newPost = async (roles: readonly Role[], organisationId?: OrganisationId) => {
    const body = {
      organisationId: organisationId ?? (await openOffice()),
      title: 'Post',
      roles: [...roles],
      rank: 1,
    };
    const made = await beginPost(
      services(),
      system(),
      input(body) as CommandInput<typeof contract.createPost>,
    );
    return granted(made).postId;
  };

  type Appoint = CommandInput<typeof contract.appoint>;
  const appoint = (body: Appoint['body'], context = system()) =>
    giveAppointment(services(), context, input(body) as Appoint);
  type Substitute = CommandInput<typeof contract.nameSubstitute>;
  const stand = (body: Substitute['body'], context = system()) =>
    giveSubstitution(services(), context, input(body) as Substitute);
  type Hand = CommandInput<typeof contract.handOver>;
  const handOver = (
    appointmentId: AppointmentId,
    body: Hand['body'],
    sources: readonly OpenWorkSource[] = [errands],
    context = system(),
  ) => handOverPost(services(), sources, context, shape(body, { appointmentId }) as Hand);

  const postsOf = async (personId: PersonId, day: string) => {
    const answers = await database().read(
      tenantId(),
      ...appointmentSource.statements(tenantId(), personId, day),
    );
    return appointmentSource.read(answers)?.posts.map((post) => post.postId);
  };

  return {
    services,
    tenantId,
    system,
    person,
    area,
    newOrganisation,
    openOffice,
    newPerson,
    newPost,
    appoint,
    stand,
    handOver,
    postsOf,
  };
}
