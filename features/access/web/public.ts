/** What access offers the desk. */
import type { DeskScreen } from '#ui/desk/screen.ts';

export { signOut, whoAmI } from '../contract.ts';
export { carries, type Session, useSession } from './session.ts';
export { SessionGate } from './session-gate.tsx';

export const accessScreens: readonly DeskScreen[] = [
  { path: '/account', load: async () => import('./account-screen.tsx') },
];
