/** The same published list as CSV and as a workbook reads the same, white space apart: the CSV has the breaks of the workbook as text. */
import { describe, expect, it } from 'vitest';
import { cellText } from '#platform/import/cell.ts';
import { readTable } from '#platform/import/read-table.ts';
import { recordPath } from './records-folder.ts';

async function texts(name: string): Promise<readonly (readonly string[])[]> {
  const table = await readTable(recordPath(name), {});
  if (!table.ok) throw new Error(table.refusal.code);
  const { columns, rows } = table.value;
  const all: string[][] = [];
  for await (const { cells, problem } of rows) {
    expect(problem).toBeUndefined();
    all.push(
      columns.map((column) => {
        const text = cellText(cells[column]);
        return text.ok ? (text.value ?? '').replaceAll(/_x000D_|\s/g, '') : 'refused';
      }),
    );
  }
  return all;
}

describe('a published list of petitions', () => {
  it('has all its rows and cells, in a workbook as in CSV', async () => {
    const csv = await texts('petitions-zh/labelled-sample.csv');
    const xlsx = await texts('petitions-zh/labelled-sample.xlsx');
    expect(csv).toHaveLength(495);
    expect(xlsx).toEqual(csv);
  });
});
