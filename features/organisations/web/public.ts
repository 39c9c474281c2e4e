/** What organisations offer the desk. */
import type { Role } from '#kernel/role.ts';
import type { DeskScreen } from '#ui/desk/screen.ts';
import { orphans } from '../contract.ts';

type Roles = readonly Role[];

export { LadderSection } from './ladder-section.tsx';
export { OrganisationSelect } from './organisation-select.tsx';
export { useOrganisationName } from './use-organisation-name.ts';

export const organisationScreens: readonly DeskScreen[] = [
  {
    path: '/organisations',
    load: async () => import('./organisations-screen.tsx'),
    nav: { label: 'organisations:web.nav', group: 'ground' },
  },
  {
    path: '/people',
    load: async () => import('./people-screen.tsx'),
    nav: { label: 'organisations:web.people.nav', group: 'care', roles: ['security_admin'] },
  },
  {
    path: '/orphans',
    load: async () => import('./orphans-screen.tsx'),
    nav: {
      label: 'organisations:web.orphans.nav',
      group: 'care',
      roles: orphans.audience as Roles,
    },
  },
];
