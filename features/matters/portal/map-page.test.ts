import { describe, expect, it } from 'vitest';
import { visitIn } from '#tests/journeys/portal/all-pages.ts';
import { PLACE, POINTS } from '#tests/journeys/portal/small-place.ts';
import { mapPage } from './map-page.ts';

const page = (truncated: boolean) =>
  mapPage(visitIn('zh'), {
    points: POINTS,
    truncated,
    filter: { state: '', category: '', page: 1 },
    box: PLACE.bbox,
  });

describe('the list of public matters', () => {
  it('calls all of them all', () => {
    expect(page(false)).toContain(`>共 ${POINTS.length} 件`);
  });

  it('says that there are more where it lists the latest alone', () => {
    expect(page(true)).toContain(`>只列最近反映的 ${POINTS.length} 件。其中：共`);
  });
});
