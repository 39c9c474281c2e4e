/** Who is signed in, for every screen of the desk. */
import { createContext, useContext } from 'react';
import type { Answer } from '#kernel/endpoint.ts';
import type { Role } from '#kernel/role.ts';
import type { whoAmI } from '../contract.ts';

export type SessionAnswer = Answer<typeof whoAmI>;
type Person = NonNullable<SessionAnswer['person']>;
type Tenant = NonNullable<SessionAnswer['tenant']>;

/** A session that is complete: a person, working for a tenant. */
export interface Session extends SessionAnswer {
  readonly person: Person;
  readonly tenant: Tenant;
}

export function completeSession(answer: SessionAnswer | undefined): Session | undefined {
  if (answer === undefined || answer.next !== 'done') return undefined;
  const { person, tenant } = answer;
  return person === null || tenant === null ? undefined : { ...answer, person, tenant };
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of the screen; only called below the gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('A screen stands outside the session gate');
  return session;
}

/** Whether one of my posts carries one of the roles; without roles: always. */
export function carries(session: Session, roles: readonly Role[] | undefined): boolean {
  if (roles === undefined) return true;
  return session.person.posts.some((post) => post.roles.some((role) => roles.includes(role)));
}
