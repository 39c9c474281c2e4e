/** What matters offer the desk: screens, and what search does. */
import type { Role } from '#kernel/role.ts';
import type { DeskScreen } from '#ui/desk/screen.ts';
import { enterMatter, listMatters, listWalls } from '../contract.ts';

const STAFF = listMatters.audience as readonly Role[];
const WALLS = listWalls.audience as readonly Role[];
const ENTERING = enterMatter.audience as readonly Role[];

/** The wall stands alone on its page: nothing of the desk comes with it. */
export const loadWall = async () => import('./wall/wall-app.tsx');

export { usePlace } from './lookup/use-place.ts';
export { MATTERS_SEARCH_PATH, useNavCounts } from './nav-counts.ts';

export const matterScreens: readonly DeskScreen[] = [
  {
    path: '/',
    load: async () => import('./today/today-screen.tsx'),
    nav: { label: 'matters:web.nav.today', group: 'work', roles: STAFF },
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
    path: '/walls',
    load: async () => import('./walls/walls-screen.tsx'),
    nav: { label: 'matters:web.nav.walls', group: 'care', roles: WALLS },
  },
  {
    path: '/walls/$wallId',
    load: async () => import('./walls/presenter-screen.tsx'),
  },
];
