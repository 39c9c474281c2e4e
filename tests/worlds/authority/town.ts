/** A district with people who are signed in, whose authority is watched while commands change it. */
import { makeAccount, makeSignInLink } from '#features/access/server/public.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { AccountId, AppointmentId, OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import type { ProbeWorld } from '#tests/probes/probe-world.ts';
import { Caller } from '../caller.ts';
import { sure } from '../district.ts';

export type Cookies = Readonly<Record<string, string>>;

export interface Watched {
  readonly personId: PersonId;
  readonly accountId: AccountId;
  readonly cookies: Cookies;
}

export interface Versioned<Id> {
  readonly id: Id;
  readonly version: number;
}

/** What there is to aim at, as it stands now. */
export interface Ground {
  readonly organisations: readonly Versioned<OrganisationId>[];
  readonly posts: readonly Versioned<PostId>[];
  /** Of the watched. */
  readonly appointments: readonly Versioned<AppointmentId>[];
  readonly substitutes: readonly Versioned<string>[];
}

const TITLES = ['intake', 'north handler', 'north leader', 'lamp fitter', 'grid worker'] as const;

/** Gives the people accounts; nobody is signed in yet. */
export async function watchPeople({ access, here }: ProbeWorld): Promise<Watched[]> {
  const { tenantId } = here;
  const watched: Watched[] = [];
  for (const title of TITLES) {
    const personId = here.post(title).personId as PersonId;
    const account = await sure(makeAccount(access, { tenantId, personId, madeBy: 'system:test' }));
    watched.push({ personId, accountId: account.accountId, cookies: {} });
  }
  return watched;
}

/** Enables the account where it is not and signs its person in anew. */
export async function signInAgain(world: ProbeWorld, watched: Watched): Promise<Watched> {
  const { personId, accountId } = watched;
  const enabled = {
    sql: 'update auth.accounts set disabled_at = null where id = $1',
    parameters: [accountId],
  };
  await world.database.asAccounts((transaction) => transaction.runAndCommit(enabled));
  const { token } = await makeSignInLink(world.access, accountId, 'system:test');
  const caller = new Caller(world.app);
  await caller.post('/api/access/sign-in-link', { token });
  return { personId, accountId, cookies: Object.fromEntries(caller.cookies) };
}

export async function groundOf({ database, here }: ProbeWorld, watched: readonly Watched[]) {
  const people = watched.map(({ personId }) => personId);
  const answers = await database.read(
    here.tenantId,
    ...[
      'select organisation_id as id, version from organisations where tenant_id = $1 and closed_on is null and $2::uuid[] is not null order by 1',
      'select post_id as id, version from posts where tenant_id = $1 and closed_on is null and $2::uuid[] is not null order by 1',
      'select appointment_id as id, version from appointments where tenant_id = $1 and person_id = any($2::uuid[]) order by 1',
      'select substitute_id as id, version from substitutes where tenant_id = $1 and person_id = any($2::uuid[]) order by 1',
    ].map((sql) => ({ sql, parameters: [here.tenantId, people] })),
  );
  const [organisations = [], posts = [], appointments = [], substitutes = []] = answers.map(
    ({ rows }) => rows,
  );
  return { organisations, posts, appointments, substitutes } as unknown as Ground;
}

/** Commands of the features that say who may do what. */
export function authorityCommands(world: ProbeWorld): readonly Endpoint[] {
  const features = /^(access|organisations|places)\./;
  return world.app.routesList.flatMap(({ endpoint, method }) =>
    endpoint?.kind === 'command' && method !== 'HEAD' && features.test(endpoint.id)
      ? [endpoint]
      : [],
  );
}
