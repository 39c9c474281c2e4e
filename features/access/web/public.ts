/** What access offers the desk. */
import type { DeskScreen } from '#ui/desk/screen.ts';

export { signOut, whoAmI } from '../contract.ts';
export { AccountPanel } from './account-panel.tsx';
export { NoPassword } from './no-password.tsx';
export { carries, completeSession, type Session, useSession } from './session.ts';
export { SessionGate } from './session-gate.tsx';

export const accessScreens: readonly DeskScreen[] = [
  {
    path: '/sign-in-rules',
    load: async () => import('./policy-screen.tsx'),
    nav: {
      label: 'access:web.policy.nav',
      words: 'access:web.policy.navWords',
      group: 'care',
      roles: ['security_admin'],
    },
  },
  {
    path: '/sign-in-log',
    load: async () => import('./events-screen.tsx'),
    nav: {
      label: 'access:web.events.nav',
      words: 'access:web.events.navWords',
      group: 'care',
      roles: ['audit_admin'],
    },
  },
  { path: '/account', load: async () => import('./account-screen.tsx') },
];
