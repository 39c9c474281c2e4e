/** All probes, one for each route that the server registers. */
import type { Probe } from './probe.ts';
import { probesOfAccess } from './probes-of-access.ts';
import { probesOfImports } from './probes-of-imports.ts';
import { probesOfMatters } from './probes-of-matters.ts';
import { probesOfOrganisations } from './probes-of-organisations.ts';
import { probesOfPlaces } from './probes-of-places.ts';
import { probesOfRelocation } from './probes-of-relocation.ts';
import { probesOfSearch } from './probes-of-search.ts';

export const PROBES: readonly Probe[] = [
  ...probesOfAccess,
  ...probesOfOrganisations,
  ...probesOfMatters,
  ...probesOfPlaces,
  ...probesOfSearch,
  ...probesOfRelocation,
  ...probesOfImports,
];
