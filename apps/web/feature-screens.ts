/** What the features offer the desk, in the order of the menu. */
import { accessScreens } from '#features/access/web/public.ts';
import { importScreens } from '#features/imports/web/public.ts';
import { matterScreens, suggestionScreens } from '#features/matters/web/public.ts';
import { organisationScreens } from '#features/organisations/web/public.ts';
import { placeScreens } from '#features/places/web/public.ts';
import { relocationScreens } from '#features/relocation/web/public.ts';
import type { DeskScreen } from '#ui/desk/screen.ts';

export const featureScreens: readonly DeskScreen[] = [
  ...matterScreens,
  ...placeScreens,
  ...organisationScreens,
  ...relocationScreens,
  ...importScreens,
  ...accessScreens,
  ...suggestionScreens,
];
