import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '#kernel/mapping.ts';
import { type FileField, fieldsToGuess, knownBy, placeWords } from './fields.ts';
import { type Column, guessFields, guessValues } from './guess.ts';
import type { ImportKind } from './kinds.ts';

const SITES: readonly FileField[] = [
  { name: 'key', kind: 'text', required: true, choices: [] },
  {
    name: 'kind',
    kind: 'text',
    required: true,
    choices: ['courtyard', 'courtyard_unmanaged', 'estate', 'estate_unmanaged', 'other'],
  },
  { name: 'name', kind: 'text', required: true, choices: [] },
  { name: 'areaCode', kind: 'text', required: false, choices: [] },
  { name: 'households', kind: 'integer', required: false, choices: [] },
  { name: 'from', kind: 'day', required: false, choices: [] },
  { name: 'place', kind: 'point', required: false, choices: [] },
];
const say = (field: string, choice?: string) => choice ?? field;
const column = (name: string, ...values: string[]): Column => ({ name, values });
const guess = (columns: readonly Column[], fields = SITES, kind: ImportKind = 'sites') =>
  guessFields(fieldsToGuess(kind, fields, say), columns, placeWords, {
    field: 'key',
    by: knownBy(kind),
  });

describe('the guess which column is which field', () => {
  it('goes by the words of offices, also below a group', () => {
    const columns = [
      column('序号', '1', '2'),
      column('小区名称', '一号院', '二号院'),
      column('性质', '楼院', '无物业小区'),
      column('坐落 经度', '113.5'),
      column('坐落 纬度', '34.8'),
      column('居民户数（户）', '36', '120'),
    ];
    expect(guess(columns)).toEqual({
      key: '小区名称',
      name: '小区名称',
      kind: { column: '性质', values: { 楼院: 'courtyard', 无物业小区: 'estate_unmanaged' } },
      households: '居民户数（户）',
      place: { lng: '坐落 经度', lat: '坐落 纬度' },
    });
  });

  it('takes no column whose contents speak against it', () => {
    const columns = [column('名称', '甲'), column('户数', '好多', '不少', '36')];
    expect(guess(columns)['households']).toBeUndefined();
  });

  it('prefers the file’s own number as the key to a name', () => {
    expect(guess([column('编号', 'A1'), column('名称', '甲')])['key']).toBe('编号');
  });

  it('knows a row without a number by its community and its name together', () => {
    const columns = [column('社区', '东关'), column('名称', '甲')];
    expect(guess(columns)['key']).toEqual({ columns: ['社区', '名称'], join: ' ' });
  });

  it('never uses a column twice but for the key, and names only columns there are', () => {
    const name = fc.constantFrom(
      '编号',
      '名称',
      '小区',
      '类型',
      '户数',
      '日期',
      '经度',
      '纬度',
      '备注',
    );
    const columns = fc.uniqueArray(
      fc.record({ name, values: fc.array(fc.constantFrom('1', '甲', '2026-1-2', '楼院')) }),
      { selector: (one) => one.name },
    );
    fc.assert(
      fc.property(columns, (given) => {
        const { key: _key, ...rules } = guess(given);
        const used = Object.values(rules).flatMap(columnsOf);
        expect(new Set(used).size).toBe(used.length);
        expect(used.every((one) => given.some(({ name: known }) => known === one))).toBe(true);
      }),
      { seed: 90 },
    );
  });
});

describe('the guess what a word of a column means', () => {
  const [, kind] = fieldsToGuess('sites', SITES, say);
  const choices = kind?.choices ?? [];

  it('takes the word that says most', () => {
    const words = ['无物业小区', '小区', '楼院（老旧）', '其它'];
    expect(guessValues({ choices }, words)).toEqual({
      无物业小区: 'estate_unmanaged',
      小区: 'estate',
      '楼院（老旧）': 'courtyard',
      其它: 'other',
    });
  });

  it('says nothing where nobody can say', () => {
    expect(guessValues({ choices }, ['别墅', ''])).toEqual({});
  });
});
