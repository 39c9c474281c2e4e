/** What organisations offer the desk. */
import type { Role } from '#kernel/role.ts';
import type { DeskScreen, DeskTarget } from '#ui/desk/screen.ts';
import { assignmentGround } from '../contract.ts';

export { OrganisationSelect } from './organisation-select.tsx';
export { useOrganisationName } from './use-organisation-name.ts';

export const organisationScreens: readonly DeskScreen[] = [
  {
    path: '/organisations',
    load: async () => import('./organisations-screen.tsx'),
    nav: { label: 'organisations:web.nav', words: 'organisations:web.navWords', group: 'ground' },
  },
  {
    path: '/assignments',
    load: async () => import('./assignment/assignment-screen.tsx'),
    nav: {
      label: 'organisations:web.assignment.nav',
      words: 'organisations:web.assignment.navWords',
      group: 'ground',
      roles: assignmentGround.audience as readonly Role[],
    },
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
