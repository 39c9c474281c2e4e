/** What places offer the desk: the ground every map stands on, areas to choose from, their screen. */
import type { DeskScreen } from '#ui/desk/screen.ts';

export { drawAreas } from './area-layer.ts';
export { AreaSelect, useAreaName } from './area-select.tsx';

export const placeScreens: readonly DeskScreen[] = [
  {
    path: '/areas',
    load: async () => import('./areas-screen.tsx'),
    nav: {
      label: 'places:web.nav',
      words: 'places:web.navWords',
      group: 'care',
      roles: ['system_admin'],
    },
  },
];
