/** What imports offer the desk. */
import type { DeskScreen } from '#ui/desk/screen.ts';
import { IMPORTING_ROLES } from '../contract.ts';

export const importScreens: readonly DeskScreen[] = [
  {
    path: '/imports',
    load: async () => import('./imports-screen.tsx'),
    nav: {
      label: 'imports:web.nav',
      words: 'imports:web.navWords',
      group: 'care',
      roles: IMPORTING_ROLES,
    },
  },
  { path: '/imports/$runId', load: async () => import('./run/run-screen.tsx') },
];
