/** All screens of the desk. */
import type { DeskScreen } from '#ui/desk/screen.ts';
import { featureScreens } from './feature-screens.ts';

export const screens: readonly DeskScreen[] = [
  ...featureScreens,
  { path: '/tour', load: async () => import('./tour/tour-screen.tsx') },
  { path: '/design', load: async () => import('#ui/design/design-screen.tsx') },
];
