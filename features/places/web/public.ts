/** What places offer the desk: the ground every map stands on, areas to choose from, the screens of both and of planning. */
import type { Role } from '#kernel/role.ts';
import type { DayPart } from '#ui/desk/day.ts';
import type { DeskScreen } from '#ui/desk/screen.ts';
import { listPlans, PLANNERS } from '../contract.ts';
import { FreshNotices } from './planning/notices.tsx';

export { AREA_NAMES, drawAreas } from './area-layer.ts';
export { AreaSelect, useAreaName } from './area-select.tsx';
export { drawGround } from './ground-layers.ts';

/** What the day has of places. */
export const placeDayParts: readonly DayPart[] = [{ name: 'grid-notices', Part: FreshNotices }];

export const placeScreens: readonly DeskScreen[] = [
  {
    path: '/areas',
    load: async () => import('./areas-screen.tsx'),
    nav: {
      label: 'places:web.nav.areas',
      words: 'places:web.navWords.areas',
      group: 'care',
      roles: ['system_admin'],
    },
  },
  {
    path: '/planning',
    load: async () => import('./planning/plans-screen.tsx'),
    nav: {
      label: 'places:web.nav.planning',
      words: 'places:web.navWords.planning',
      group: 'ground',
      roles: listPlans.audience as readonly Role[],
    },
  },
  {
    path: '/redraw',
    load: async () => import('./by-hand/draw-screen.tsx'),
    nav: {
      label: 'places:web.nav.draw',
      words: 'places:web.navWords.draw',
      group: 'ground',
      roles: PLANNERS,
    },
  },
  {
    path: '/grids',
    load: async () => import('./grids/grids-screen.tsx'),
    nav: { label: 'places:web.nav.grids', words: 'places:web.navWords.grids', group: 'ground' },
  },
  {
    path: '/premises',
    load: async () => import('./premises/premises-screen.tsx'),
    nav: {
      label: 'places:web.nav.premises',
      words: 'places:web.navWords.premises',
      group: 'ground',
    },
  },
  { path: '/grids/$areaId/$gridId', load: async () => import('./grids/board-screen.tsx') },
  { path: '/planning/table', load: async () => import('./planning/table-screen.tsx') },
  { path: '/planning/$planId', load: async () => import('./planning/plan-screen.tsx') },
];
