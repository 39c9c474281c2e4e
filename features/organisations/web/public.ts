/** What organisations offer the desk. */
import type { Role } from '#kernel/role.ts';
import type { DeskScreen, DeskTarget } from '#ui/desk/screen.ts';
import { assignmentGround, orphans } from '../contract.ts';

type Roles = readonly Role[];

export { LadderSection } from './ladder-section.tsx';
export { OrganisationSelect } from './organisation-select.tsx';
export { useOrganisationName } from './use-organisation-name.ts';

export const organisationScreens: readonly DeskScreen[] = [
  {
    path: '/organisations',
    load: async () => import('./organisations-screen.tsx'),
    nav: { label: 'organisations:web.nav', words: 'organisations:web.navWords', group: 'ground' },
  },
  {
    path: '/people',
    load: async () => import('./people-screen.tsx'),
    nav: {
      label: 'organisations:web.people.nav',
      words: 'organisations:web.people.navWords',
      group: 'care',
      roles: ['security_admin'],
    },
  },
  {
    path: '/orphans',
    load: async () => import('./orphans-screen.tsx'),
    nav: {
      label: 'organisations:web.orphans.nav',
      words: 'organisations:web.orphans.navWords',
      group: 'care',
      roles: orphans.audience as Roles,
    },
  },
  {
    path: '/assignments',
    load: async () => import('./assignment/assignment-screen.tsx'),
    nav: {
      label: 'organisations:web.assignment.nav',
      words: 'organisations:web.assignment.navWords',
      group: 'ground',
      roles: assignmentGround.audience as Roles,
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
