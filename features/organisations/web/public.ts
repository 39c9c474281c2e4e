/** What organisations offer the desk. */
import type { DeskScreen } from '#ui/desk/screen.ts';

export { OrganisationSelect } from './organisation-select.tsx';
export { useOrganisationName } from './use-organisation-name.ts';

export const organisationScreens: readonly DeskScreen[] = [
  {
    path: '/organisations',
    load: async () => import('./organisations-screen.tsx'),
    nav: { label: 'organisations:web.nav', group: 'ground' },
  },
];
