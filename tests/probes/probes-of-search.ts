/** Probes of the one search: it reaches over what the asker sees, in each kind of thing. */
import type { Probe } from './probe.ts';

export const probesOfSearch: readonly Probe[] = [
  {
    endpoint: 'search.find',
    reach: 'area',
    // The matter in the north and its area have the word; the directory of posts has none of it.
    aim: () => ({ query: { q: 'north corner' } }),
    meant: ({ status, text }) => status === 200 && text.includes('Probed lamp'),
  },
  {
    endpoint: 'search.recall',
    reach: 'own',
    aim: ({ matter, here }) => ({
      query: { refs: `matter:${matter.matterId},place:${here.areas.north.areaId}` },
    }),
    meant: ({ status, text }) => status === 200 && text.includes('Probed lamp'),
  },
];
