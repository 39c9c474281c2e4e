/** What organisations offer the desk. */
import type { DeskScreen, DeskTarget } from '#ui/desk/screen.ts';

export { OrganisationSelect } from './organisation-select.tsx';
export { useOrganisationName } from './use-organisation-name.ts';

export const organisationScreens: readonly DeskScreen[] = [
  {
    path: '/organisations',
    load: async () => import('./organisations-screen.tsx'),
    nav: { label: 'organisations:web.nav', words: 'organisations:web.navWords', group: 'ground' },
  },
];

export const organisationTargets: Readonly<Record<string, DeskTarget>> = {
  organisation: {
    label: 'organisations:web.target.organisation',
    to: ({ id }) => ({ to: '/organisations', search: { unit: id } }),
  },
  post: {
    label: 'organisations:web.target.post',
    to: ({ id, inside }) => ({ to: '/organisations', search: { unit: inside ?? '', post: id } }),
  },
};
