/** Everything the entries of access need, made once by the server. */
import type { Services } from '#platform/services.ts';
import { DEFAULT_LOCKOUT, type LockoutPolicy } from '../rules/lockout.ts';
import { DEFAULT_SESSION, type SessionPolicy } from '../rules/session-life.ts';
import { type AccountsLibrary, makeLibrary } from './accounts-library.ts';
import type { AppointmentSource } from './appointment-source.ts';
import { type FindPerson, readEveryTime, rememberPeople } from './known-people.ts';
import { type FindSession, sessionFinder } from './session-rows.ts';
import type { TenantDirectory } from './tenant-directory.ts';

export type AccessServices = Pick<Services, 'database' | 'keys' | 'clock' | 'ids'>;

export interface Access {
  readonly services: AccessServices;
  readonly library: AccountsLibrary;
  readonly appointments: AppointmentSource;
  readonly tenants: TenantDirectory;
  readonly lockout: LockoutPolicy;
  readonly session: SessionPolicy;
  /** True where the server is reached over TLS. */
  readonly secureCookies: boolean;
  readonly findSession: FindSession;
  readonly findPerson: FindPerson;
}

export interface AccessOptions {
  readonly appointments: AppointmentSource;
  readonly tenants: TenantDirectory;
  /** True where the server is reached over TLS. */
  readonly secureCookies?: boolean;
  readonly lockout?: LockoutPolicy;
  readonly session?: SessionPolicy;
  /** Keeps in memory what is known of people while their tenant's authority revision stands. */
  readonly rememberPeople?: boolean;
}

export function createAccess(services: AccessServices, options: AccessOptions): Access {
  const { appointments, tenants, lockout = DEFAULT_LOCKOUT, session = DEFAULT_SESSION } = options;
  const { database, keys, clock, ids } = services;
  const secureCookies = options.secureCookies ?? false;
  const library = makeLibrary({ database, keys, clock, ids, session, secureCookies });
  const findPerson = options.rememberPeople === true ? rememberPeople() : readEveryTime;
  return {
    services,
    library,
    appointments,
    tenants,
    lockout,
    session,
    secureCookies,
    findSession: sessionFinder(database),
    findPerson,
  };
}
