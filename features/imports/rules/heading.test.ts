import { describe, expect, it } from 'vitest';
import { guessHeading } from './heading.ts';

const DATA = ['A1', '一号院', 36, '2026-01-02'];

describe('the guess where the heading of a sheet is', () => {
  it('is the first row where nothing stands above', () => {
    expect(guessHeading([['编号', '名称', '户数', '日期'], DATA])).toEqual({ row: 1, rows: 1 });
  });

  it('is below a title and who filled it in', () => {
    const rows = [
      ['楼院台账', null, null, null],
      ['填报单位：', '东关街道', null, null],
      ['编号', '名称', '户数', '日期'],
      DATA,
    ];
    expect(guessHeading(rows)).toEqual({ row: 3, rows: 1 });
  });

  it('has two rows where the second names what a group of the first spans', () => {
    const rows = [
      ['编号', '名称', '坐落', null, '户数'],
      [null, null, '经度', '纬度', null],
      ['A1', '一号院', 113.5, 34.8, 36],
    ];
    expect(guessHeading(rows)).toEqual({ row: 1, rows: 2 });
  });

  it('takes no row of data for a second row of the heading', () => {
    const rows = [['编号', '名称', '备注', '电话'], ['甲', '乙', null, null], DATA];
    expect(guessHeading(rows)).toEqual({ row: 1, rows: 1 });
  });

  it('is the first row of a file that has none', () => {
    expect(
      guessHeading([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual({ row: 1, rows: 1 });
    expect(guessHeading([])).toEqual({ row: 1, rows: 1 });
  });
});
