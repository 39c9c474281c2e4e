/** What the server and the features below may use of access. */
export { type Access, createAccess } from './access.ts';
export { peopleWithAccount } from './account-holders.ts';
export { findAccountOfPerson } from './accounts.ts';
export { type AppointmentSource, grantsOfPosts, type HeldPost } from './appointment-source.ts';
export { bindDevice, findDevice, findPairing, makeDeviceToken } from './devices.ts';
export { addToTenant, makeAccount } from './make-account.ts';
export { accessRoutes } from './routes.ts';
export { renewSession, sessionSource } from './session-source.ts';
export { makeSignInLink } from './sign-in-link.ts';
export { tenantsTable } from './tenants-table.ts';
