import { describe, expect, it } from 'vitest';
import { visitIn } from '#tests/journeys/portal/all-pages.ts';
import { PLACE, POINTS } from '#tests/journeys/portal/small-place.ts';
import { type MapFacts, mapPage } from './map-page.ts';

const page = (facts: Pick<MapFacts, 'truncated' | 'count' | 'open'>) =>
  mapPage(visitIn('zh'), {
    ...facts,
    points: POINTS,
    kinds: [],
    filter: { state: '', category: '', page: 1 },
    box: PLACE.bbox,
  });

describe('the list of public matters', () => {
  it('calls all of them all', () => {
    const all = page({ truncated: false, count: POINTS.length, open: 46 });
    expect(all).toContain(`>共 ${POINTS.length} 件，正在办 46 件。 <`);
  });

  it('says how many there are where it lists the latest alone', () => {
    expect(page({ truncated: true, count: 2417, open: 12 })).toContain(
      `>共 2,417 件，正在办 12 件。这里列最近反映的 ${POINTS.length} 件；`,
    );
  });

  it('claims no more than it counted', () => {
    const many = page({ truncated: true, count: 20_000, open: null });
    expect(many).toContain('>超过 20,000 件。这里列最近反映的');
    expect(many).not.toContain('正在办 ');
  });
});
