import { describe, expect, it } from 'vitest';
import { packDivisions } from './division-file.ts';
import { authoritiesOf, searchDivisions } from './division-search.ts';

const DIVISIONS = authoritiesOf(
  packDivisions('2023-06-30', [
    { code: '41', name: '河南省' },
    { code: '4101', name: '郑州市' },
    { code: '410102', name: '中原区' },
    { code: '410102001', name: '林山寨街道' },
    { code: '410102001001', name: '岗坡社区居委会' },
    { code: '410102001002', name: '百花社区居委会' },
    { code: '410184', name: '新郑市' },
    { code: '4103', name: '洛阳市' },
    { code: '410304', name: '瀍河回族区' },
  ]),
);
const found = (words: string) => searchDivisions(DIVISIONS, words, 20).map(({ name }) => name);

describe('the divisions of the country, to choose from', () => {
  it('are cities and counties, with what lies above and below them', () => {
    expect(DIVISIONS.map(({ code }) => code)).toEqual([
      '4101',
      '410102',
      '410184',
      '4103',
      '410304',
    ]);
    expect(DIVISIONS[1]).toEqual({
      code: '410102',
      name: '中原区',
      above: ['河南省', '郑州市'],
      towns: 1,
      villages: 2,
    });
  });
  it('are found by a part of the name, by several words and by the code', () => {
    expect(found('瀍河')).toEqual(['瀍河回族区']);
    expect(found('洛阳 瀍河')).toEqual(['瀍河回族区']);
    expect(found('4101')).toEqual(['郑州市', '中原区', '新郑市']);
    expect(found('杭州')).toEqual([]);
  });
  it('show what is named so before what only lies in it', () => {
    expect(found('郑州')).toEqual(['郑州市', '中原区', '新郑市']);
  });
});
