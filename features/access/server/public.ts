/** What the server and the features below may use of access. */
export { type Access, type AccessOptions, createAccess } from './access.ts';
export {
  type AppointmentSource,
  grantsOfPosts,
  type HeldPost,
  type PersonHoldings,
} from './appointment-source.ts';
export { findAccountOfPerson } from './accounts.ts';
export { addToTenant, makeAccount, type NewAccount } from './make-account.ts';
export { accessRoutes } from './routes.ts';
export { renewSession, sessionSource } from './session-source.ts';
export { LINK_LIFE_MS, makeSignInLink, type OneTimeLink } from './sign-in-link.ts';
export type { TenantDirectory, TenantEntry } from './tenant-directory.ts';
export { tenantsTable } from './tenants-table.ts';
