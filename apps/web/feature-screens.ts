/** What the features offer the desk: screens in the order of the menu, and parts of the day. */
import { accessScreens } from '#features/access/web/public.ts';
import { importScreens } from '#features/imports/web/public.ts';
import { matterScreens, suggestionScreens } from '#features/matters/web/public.ts';
import { organisationScreens } from '#features/organisations/web/public.ts';
import { placeDayParts, placeScreens } from '#features/places/web/public.ts';
import { relocationScreens } from '#features/relocation/web/public.ts';
import type { DayPart } from '#ui/desk/day.ts';
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

export const dayParts: readonly DayPart[] = placeDayParts;
