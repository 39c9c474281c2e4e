import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Mapping, readMapping } from '#kernel/mapping.ts';
import { badRowsFile } from './bad-rows.ts';
import { encodingOf } from './encoding.ts';
import type { FieldSpecs } from './field-spec.ts';
import { digestOf, rowMapper } from './map-row.ts';
import { readTable } from './read-table.ts';
import type { RawRow } from './table.ts';
import { writtenDay, writtenInstant } from './written-time.ts';
import { checkZip } from './zip-check.ts';

const SEED = 500;
const folder = mkdtempSync(join(tmpdir(), 'lianxin-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
async function rowsOf(
  path: string,
  options: Parameters<typeof readTable>[1] = {},
): Promise<RawRow[]> {
  const table = await readTable(path, options);
  if (!table.ok) throw new Error(table.refusal.code);
  const rows: RawRow[] = [];
  for await (const row of table.value.rows) rows.push(row);
  return rows;
}
async function refusalOf(
  path: string,
  options: Parameters<typeof readTable>[1] = {},
): Promise<string | undefined> {
  const table = await readTable(path, options);
  return table.ok ? undefined : table.refusal.code;
}

describe('a CSV file', () => {
  it('is read in UTF-8 and in GB18030, without being told which', async () => {
    // 编码,名称 / 1,连心 in GB18030.
    const bytes = Uint8Array.from([
      0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x31, 0x2c, 0xc1, 0xac, 0xd0,
      0xc4, 0x0a,
    ]);
    const gb = file('gb.csv', bytes);
    const utf = file('utf.csv', '\uFEFF编码,名称\n1,连心\n');
    expect(await encodingOf(gb)).toEqual({ ok: true, value: 'gb18030' });
    expect((await rowsOf(gb))[0]?.cells).toEqual({ 编码: '1', 名称: '连心' });
    expect((await rowsOf(utf))[0]?.cells).toEqual({ 编码: '1', 名称: '连心' });
  });
  it('in neither encoding is refused as that', async () => {
    expect(
      await refusalOf(file('broken.csv', Uint8Array.from([0x61, 0x0a, 0xff, 0xff, 0x80]))),
    ).toBe('input.encoding');
    expect(await refusalOf(file('utf16.csv', Buffer.from('a,b\n1,2\n', 'utf16le')))).toBe(
      'input.encoding',
    );
  });
  it('may have line breaks in quotes, and rows are counted as a spreadsheet does', async () => {
    const rows = await rowsOf(
      file('lines.csv', 'a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n, \r\n5,6\r\n'),
    );
    expect(rows.map(({ number, cells }) => [number, cells['b']])).toEqual([
      [2, 'two\r\nlines'],
      [4, '4'],
      [6, '6'],
    ]);
  });
  it('with too many cells in a row, or a megabyte in one, has that row refused and the others read', async () => {
    const rows = await rowsOf(file('long.csv', `a,b\n1,2,3\n${'x'.repeat(1_000_000)},2\n5,6\n`));
    expect(rows.map(({ problem }) => problem?.code)).toEqual([
      'input.invalid',
      'input.too_long',
      undefined,
    ]);
    expect(rows[1]?.problem?.field).toBe('a');
  });
  it('whose quote never closes ends with a row that says so', async () => {
    const rows = await rowsOf(file('quote.csv', 'a,b\n1,2\n3,"4\n5,6\n'));
    expect(rows.map(({ problem }) => problem?.code)).toEqual([undefined, 'file.unreadable']);
  });
  it('that is not there or empty is refused', async () => {
    expect(await refusalOf(join(folder, 'none.csv'))).toBe('file.unknown');
    expect(await refusalOf(file('empty.csv', ''))).toBe('file.unreadable');
    expect(await refusalOf(file('what.doc', 'x'))).toBe('file.unreadable');
  });
});

/** A ZIP file of deflated entries; `claimed` replaces what the directory says of their size. */
function zipOf(entries: Readonly<Record<string, Buffer>>, claimed?: number): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed ?? content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
const code = (outcome: { ok: boolean; refusal?: { code: string } }): string | undefined =>
  outcome.refusal?.code;

describe('a workbook', () => {
  it('that is a sound archive passes', () => {
    expect(checkZip(zipOf({ 'a.xml': Buffer.from('<a/>'.repeat(1000)) })).ok).toBe(true);
  });
  it('that unpacks to hundreds of times its size is refused before it is unpacked', async () => {
    const bomb = zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(file('bomb.xlsx', bomb))).toBe('file.bomb');
  });
  it('that claims to be small and is not is refused', () => {
    expect(code(checkZip(zipOf({ 'a.xml': Buffer.alloc(5_000_000, 'ab') }, 1000)))).toBe(
      'file.bomb',
    );
  });
  it('with too many entries, or too much in all, is refused', () => {
    const limits = { entries: 3, total: 5000, ratio: 200 };
    const many = Object.fromEntries(
      Array.from({ length: 4 }, (_, at) => [`${at}.xml`, Buffer.from('x')]),
    );
    expect(code(checkZip(zipOf(many), limits))).toBe('file.bomb');
    expect(code(checkZip(zipOf({ 'a.xml': Buffer.alloc(5001, 'abc') }), limits))).toBe('file.bomb');
  });
  it('that is none, is cut off, or is random bytes is unreadable and no fault', async () => {
    expect(await refusalOf(file('text.xlsx', 'no workbook'))).toBe('file.unreadable');
    const sound = zipOf({ 'a.xml': Buffer.from('<a/>') });
    expect(await refusalOf(file('plain.xlsx', sound))).toBe('file.unreadable');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: sound.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        (at, byte) => {
          const bytes = Buffer.from(sound);
          bytes[at] = byte;
          const checked = checkZip(bytes);
          expect(
            checked.ok || ['file.unreadable', 'file.bomb'].includes(checked.refusal.code),
          ).toBe(true);
        },
      ),
      { seed: SEED },
    );
  });
});

describe('a GeoJSON file', () => {
  it('gives properties as columns and the shape beside them', async () => {
    const feature = {
      type: 'Feature',
      id: 7,
      properties: { name: 'one' },
      geometry: { type: 'Point', coordinates: [112, 34] },
    };
    const path = file(
      'one.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [feature, { type: 'Other' }] }),
    );
    const [first, second] = await rowsOf(path);
    expect(first).toEqual({
      number: 1,
      cells: { $id: 7, name: 'one' },
      geometry: feature.geometry,
    });
    expect(second?.problem?.code).toBe('geometry.invalid');
  });
  it('that is no collection is unreadable', async () => {
    expect(await refusalOf(file('bad.geojson', '{"type": "Feature"}'))).toBe('file.unreadable');
    expect(await refusalOf(file('cut.geojson', '{"type": "FeatureColl'))).toBe('file.unreadable');
  });
});

describe('a written day or instant', () => {
  it.each([
    ['2026-11-22', undefined, '2026-11-22'],
    ['2026年1月2日', undefined, '2026-01-02'],
    ['2026/1/2', undefined, '2026-01-02'],
    ['04/12/2018', 'MM/DD/YYYY', '2018-04-12'],
    ['2026-02-30', undefined, undefined],
    ['13/12/2018', 'MM/DD/YYYY', undefined],
    ['soon', undefined, undefined],
  ])('%s (%s) is %s', (text, format, day) => {
    expect(writtenDay(text, format)).toBe(day);
  });
  it.each([
    ['04/12/2018 11:11:26 AM', 'MM/DD/YYYY hh:mm:ss A', '2018-04-12T15:11:26.000Z'],
    ['04/12/2018 12:05:00 AM', 'MM/DD/YYYY hh:mm:ss A', '2018-04-12T04:05:00.000Z'],
    ['2016-07-13 15:11:07+00:00', undefined, '2016-07-13T15:11:07.000Z'],
    ['2018-04-12', undefined, '2018-04-12T04:00:00.000Z'],
    ['03/11/2018 02:30:00 AM', 'MM/DD/YYYY hh:mm:ss A', '2018-03-11T07:30:00.000Z'],
    ['04/12/2018 13:11:26 AM', 'MM/DD/YYYY hh:mm:ss A', undefined],
    ['2018-04-12 25:00', undefined, undefined],
  ])('%s (%s) in Baltimore is %s', (text, format, instant) => {
    expect(writtenInstant(text, 'America/New_York', format)).toBe(instant);
  });
});

const SPECS = {
  key: { kind: 'text', required: true, most: 20 },
  status: { kind: 'text', choices: ['open', 'closed'] },
  opened: { kind: 'instant' },
  place: { kind: 'point' },
  count: { kind: 'integer' },
  note: { kind: 'text' },
} as const satisfies FieldSpecs;
const mapping = Mapping.parse({
  timeZone: 'America/New_York',
  fields: {
    key: 'id',
    status: { column: 'state', values: { Open: 'open', New: 'open' }, otherwise: 'closed' },
    opened: { column: 'when', format: 'MM/DD/YYYY' },
    place: { lng: 'x', lat: 'y' },
    count: 'n',
    note: { columns: ['street', 'city'], join: ', ' },
  },
});
const columns = ['id', 'state', 'when', 'x', 'y', 'n', 'street', 'city'];
const usual = {
  id: 'a',
  state: 'Open',
  when: '04/12/2018',
  x: '-76.61219',
  y: '39.29038',
  n: '1,234',
  street: 'Main',
  city: '',
};
function mapped(cells: Record<string, unknown>) {
  const map = rowMapper(SPECS, mapping, columns, 'Asia/Shanghai');
  if (!map.ok) throw new Error(map.refusal.code);
  return map.value({ number: 2, cells: { ...usual, ...cells } });
}

describe('a row', () => {
  it('becomes the values of the fields', () => {
    expect(mapped({})).toEqual({
      ok: true,
      value: {
        key: 'a',
        status: 'open',
        opened: '2018-04-12T04:00:00.000Z',
        place: { lng: -76.61219, lat: 39.29038, exactness: 'exact' },
        count: 1234,
        note: 'Main',
      },
    });
  });
  it('with zeros for a place has none, with a rounded one an inexact one', () => {
    expect(mapped({ x: '0.0', y: '0.0' })).toMatchObject({ value: { place: null } });
    expect(mapped({ x: '-77', y: '39' })).toMatchObject({
      value: { place: { exactness: 'inexact' } },
    });
  });
  it.each([
    [{ when: '02/30/2018' }, 'input.impossible_date', 'when'],
    [{ x: '39.29', y: '-176.6' }, 'geometry.swapped', 'x'],
    [{ x: '400', y: '500' }, 'geometry.off_earth', 'x'],
    [{ x: 'west', y: '1' }, 'import.number', 'x'],
    [{ x: '1', y: 'north' }, 'import.number', 'y'],
    [{ y: '' }, 'import.value_missing', 'y'],
    [{ x: '' }, 'import.value_missing', 'x'],
    [{ n: 'many' }, 'import.number', 'n'],
    [{ n: '1.5' }, 'import.number', 'n'],
    [{ id: '' }, 'import.value_missing', 'id'],
    [{ id: 'x'.repeat(21) }, 'input.too_long', 'id'],
    [{ id: 4.1030419900101e17 }, 'input.invalid', 'id'],
  ])('with %j is refused as %s in column %s', (cells, refusal, column) => {
    expect(mapped(cells)).toMatchObject({ ok: false, refusal: { code: refusal, field: column } });
  });
  it('has the same digest for the same values, whatever else its file says', () => {
    const digest = (cells: Record<string, unknown>) => {
      const values = mapped(cells);
      return values.ok ? digestOf(values.value) : '';
    };
    expect(digest({ other: 'x' })).toBe(digest({}));
    expect(digest({ state: 'New' })).toBe(digest({}));
    expect(digest({ n: '2' })).not.toBe(digest({}));
  });
});

describe('a mapping', () => {
  it('with a word it does not know is refused at its place', () => {
    expect(readMapping({ fields: { key: { colum: 'id' } } })).toMatchObject({
      refusal: { code: 'import.mapping', field: 'fields.key' },
    });
    expect(code(readMapping('none'))).toBe('import.mapping');
  });
  it('of a field that is none, without a required one, or to a column that is not there is refused', () => {
    const map = (fields: Record<string, string>) =>
      rowMapper(SPECS, Mapping.parse({ fields }), columns, 'Asia/Shanghai');
    expect(map({ key: 'id', colour: 'state' })).toMatchObject({
      refusal: { code: 'import.mapping', field: 'fields.colour' },
    });
    expect(map({ status: 'state' })).toMatchObject({
      refusal: { code: 'import.mapping', field: 'fields.key' },
    });
    expect(map({ key: 'number' })).toMatchObject({
      refusal: { code: 'import.column_missing', detail: { column: 'number' } },
    });
  });
});

describe('the file of bad rows', () => {
  it('opens in a spreadsheet, masks numbers of people and holds no formula', () => {
    const path = join(folder, 'bad.csv');
    const bad = badRowsFile(path);
    bad.write({
      row: 3,
      column: 'note',
      value: '=HYPERLINK("x") 13812345678',
      code: 'input.invalid',
      reason: '有误',
    });
    bad.close();
    expect(readFileSync(path, 'utf8')).toBe(
      '\uFEFFrow,column,value,code,reason\r\n3,note,"\'=HYPERLINK(""x"") 138******78",input.invalid,有误\r\n',
    );
  });
});
