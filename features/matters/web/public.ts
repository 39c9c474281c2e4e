/** What matters offer the desk: screens, and what search does. */
import type { Role } from '#kernel/role.ts';
import type { DeskScreen, DeskShortcut, DeskTarget } from '#ui/desk/screen.ts';
import { enterMatter, firstStepsOf, listMatters, listWalls } from '../contract.ts';

const STAFF = listMatters.audience as readonly Role[];
const WALLS = listWalls.audience as readonly Role[];
const ADMINISTRATORS = firstStepsOf.audience as readonly Role[];
const ENTERING = enterMatter.audience as readonly Role[];

/** The wall stands alone on its page: nothing of the desk comes with it. */
export const loadWall = async () => import('./wall/wall-app.tsx');

export { usePlace } from './lookup/use-place.ts';
export { MATTERS_SEARCH_PATH, useNavCounts } from './nav-counts.ts';
export { readFirst } from './read-first.ts';
export { useViews } from './views/use-views.ts';

/** Who has matters of their own before them: who the counts of the navigation are for. */
export const STAFF_ROLES = STAFF;

export const matterScreens: readonly DeskScreen[] = [
  {
    path: '/',
    load: async () => import('./today/today-screen.tsx'),
    plain: true,
    nav: {
      label: 'matters:web.nav.today',
      words: 'matters:web.navWords.today',
      group: 'work',
      roles: [...STAFF, ...ADMINISTRATORS],
    },
  },
  {
    path: '/matters',
    load: async () => import('./list/list-screen.tsx'),
    nav: {
      label: 'matters:web.nav.matters',
      words: 'matters:web.navWords.matters',
      group: 'work',
      roles: STAFF,
    },
  },
  {
    path: '/matters/$matterId',
    inside: '/matters',
    load: async () => import('./detail/detail-screen.tsx'),
  },
  {
    path: '/matters/$matterId/orders/$order',
    load: async () => import('./orders/order-screen.tsx'),
  },
  {
    path: '/enter',
    load: async () => import('./entry/entry-screen.tsx'),
    nav: {
      label: 'matters:web.nav.enter',
      words: 'matters:web.navWords.enter',
      group: 'work',
      roles: ENTERING,
    },
  },
  {
    path: '/dispatch',
    load: async () => import('./dispatch/dispatch-screen.tsx'),
    nav: {
      label: 'matters:web.nav.dispatch',
      words: 'matters:web.navWords.dispatch',
      group: 'work',
      roles: ['dispatcher'],
    },
  },
  {
    path: '/map',
    load: async () => import('./map/map-screen.tsx'),
    nav: {
      label: 'matters:web.nav.map',
      words: 'matters:web.navWords.map',
      group: 'work',
      roles: STAFF,
    },
  },
  { path: '/map/sheet', load: async () => import('./map/sheet-screen.tsx') },
  {
    path: '/figures',
    load: async () => import('./figures/figures-screen.tsx'),
    nav: {
      label: 'matters:web.nav.figures',
      words: 'matters:web.navWords.figures',
      group: 'work',
      roles: STAFF,
    },
  },
  {
    path: '/walls',
    load: async () => import('./walls/walls-screen.tsx'),
    nav: {
      label: 'matters:web.nav.walls',
      words: 'matters:web.navWords.walls',
      group: 'care',
      roles: WALLS,
    },
  },
  {
    path: '/walls/$wallId',
    load: async () => import('./walls/presenter-screen.tsx'),
  },
  {
    path: '/catalogue',
    load: async () => import('./catalogue/catalogue-screen.tsx'),
    nav: {
      label: 'matters:web.catalogue.nav',
      words: 'matters:web.navWords.catalogue',
      group: 'care',
      roles: ['system_admin'],
    },
  },
];

/** For everybody who is signed in, whether they see matters or not. */
export const suggestionScreens: readonly DeskScreen[] = [
  {
    path: '/suggestions',
    load: async () => import('./suggestions/suggestions-screen.tsx'),
    nav: {
      label: 'matters:web.nav.suggestions',
      words: 'matters:web.navWords.suggestions',
      group: 'care',
    },
  },
];

const shortcut = (name: string, search: DeskShortcut['search']): DeskShortcut => ({
  label: `matters:web.shortcut.${name}`,
  words: `matters:web.shortcutWords.${name}`,
  to: '/matters',
  search,
  roles: STAFF,
});

export const matterShortcuts: readonly DeskShortcut[] = [
  shortcut('late', { open: 'true', urgency: 'late' }),
  shortcut('soon', { open: 'true', urgency: 'soon' }),
  shortcut('mine', { mine: 'true' }),
  shortcut('supervised', { open: 'true', supervised: 'true' }),
];

export const matterTargets: Readonly<Record<string, DeskTarget>> = {
  matter: {
    label: 'matters:web.target.matter',
    to: ({ id }) => ({ to: `/matters/${id}`, search: { open: 'true' } }),
  },
  place: {
    label: 'matters:web.target.place',
    to: ({ id }) => ({ to: '/matters', search: { open: 'true', areaId: id } }),
  },
};
