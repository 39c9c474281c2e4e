/** The entries of access. Those that begin or end a session set cookies, so they are raw. */
import { type AnyRoute, rawRoute, route } from '#platform/http/route.ts';
import * as contract from '../contract.ts';
import type { Access } from './access.ts';
import { pair } from './devices.ts';
import { listEvents } from './list-events.ts';
import { act, eventsOf, giveAccount, linkFor, showAccount } from './manage-accounts.ts';
import { setOwnPassword } from './own-password.ts';
import { choose, listSessions, listTenants, revoke, showSession } from './own-sessions.ts';
import { decidePolicy, showPolicy } from './policy.ts';
import { enrol, verify } from './second-factor.ts';
import { endSession, signInByPassword } from './sign-in.ts';
import { signInByLink } from './sign-in-link.ts';

export function accessRoutes(access: Access): readonly AnyRoute[] {
  return [
    rawRoute(contract.signIn, (_services, _context, input, exchange) =>
      signInByPassword(access, input, exchange),
    ),
    rawRoute(contract.useLink, (_services, _context, input, exchange) =>
      signInByLink(access, input, exchange),
    ),
    rawRoute(contract.verifyCode, (_services, _context, input, exchange) =>
      verify(access, input, exchange),
    ),
    rawRoute(contract.enrolSecondFactor, (_services, _context, input, exchange) =>
      enrol(access, input, exchange),
    ),
    rawRoute(contract.signOut, (_services, _context, _input, exchange) =>
      endSession(access, exchange),
    ),
    rawRoute(contract.chooseTenant, (_services, _context, input, exchange) =>
      choose(access, input, exchange),
    ),
    rawRoute(contract.pairDevice, (_services, _context, { body }) => pair(access, body)),
    route(contract.whoAmI, (_services, _context, _input, exchange) =>
      showSession(access, exchange),
    ),
    route(contract.myTenants, (_services, _context, _input, exchange) =>
      listTenants(access, exchange),
    ),
    route(contract.mySessions, (_services, context, _input, exchange) =>
      listSessions(access, context, exchange),
    ),
    route(contract.revokeSession, (_services, context, input) => revoke(access, context, input)),
    route(contract.changePassword, (_services, _context, input, exchange) =>
      setOwnPassword(access, input, exchange),
    ),
    route(contract.createAccount, (_services, context, input) =>
      giveAccount(access, context, input),
    ),
    route(contract.findAccount, (_services, context, input) => showAccount(access, context, input)),
    route(contract.actOnAccount, (_services, context, input) => act(access, context, input)),
    route(contract.makeLink, (_services, context, input) => linkFor(access, context, input)),
    route(contract.accountEvents, (_services, context, input) => eventsOf(access, context, input)),
    route(contract.secondFactorPolicy, (services, context) => showPolicy(services, context)),
    route(contract.setSecondFactorPolicy, (services, context, input) =>
      decidePolicy(access, services, context, input),
    ),
    route(contract.accessEvents, (_services, context, input) => listEvents(access, context, input)),
  ];
}
