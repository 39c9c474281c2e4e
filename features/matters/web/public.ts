/** What matters offer the desk: screens, and what search does. */
import type { Role } from '#kernel/role.ts';
import type { DeskScreen } from '#ui/desk/screen.ts';
import { enterMatter, firstStepsOf, listMatters } from '../contract.ts';

const STAFF = listMatters.audience as readonly Role[];
const ADMINISTRATORS = firstStepsOf.audience as readonly Role[];
const ENTERING = enterMatter.audience as readonly Role[];

export { usePlace } from './lookup/use-place.ts';
export { MATTERS_SEARCH_PATH, useNavCounts } from './nav-counts.ts';

/** Who has matters of their own before them: who the counts of the navigation are for. */
export const STAFF_ROLES = STAFF;

export const matterScreens: readonly DeskScreen[] = [
  {
    path: '/',
    load: async () => import('./today/today-screen.tsx'),
    nav: {
      label: 'matters:web.nav.today',
      group: 'work',
      roles: [...STAFF, ...ADMINISTRATORS],
    },
  },
  {
    path: '/matters',
    load: async () => import('./list/list-screen.tsx'),
    nav: { label: 'matters:web.nav.matters', group: 'work', roles: STAFF },
  },
  {
    path: '/matters/$matterId',
    inside: '/matters',
    load: async () => import('./detail/detail-screen.tsx'),
  },
  {
    path: '/enter',
    load: async () => import('./entry/entry-screen.tsx'),
    nav: { label: 'matters:web.nav.enter', group: 'work', roles: ENTERING },
  },
  {
    path: '/dispatch',
    load: async () => import('./dispatch/dispatch-screen.tsx'),
    nav: { label: 'matters:web.nav.dispatch', group: 'work', roles: ['dispatcher'] },
  },
  {
    path: '/map',
    load: async () => import('./map/map-screen.tsx'),
    nav: { label: 'matters:web.nav.map', group: 'work', roles: STAFF },
  },
  {
    path: '/figures',
    load: async () => import('./figures/figures-screen.tsx'),
    nav: { label: 'matters:web.nav.figures', group: 'work', roles: STAFF },
  },
  {
    path: '/catalogue',
    load: async () => import('./catalogue/catalogue-screen.tsx'),
    nav: { label: 'matters:web.catalogue.nav', group: 'care', roles: ['system_admin'] },
  },
];
