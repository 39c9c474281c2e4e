/** Tables of texts and amounts as sheets of a workbook. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { fen, yuanText } from '#kernel/quantity/index.ts';

/** An amount is whole fen; a cell of nothing stays empty. */
export type SheetCell = string | { readonly fen: number } | null;

export interface Sheet {
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const MONEY_FORMAT = '#,##0.00';
/** Excel's own limit. */
const MOST_ROWS = 1_048_575;

export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  await writeXlsxFile(
    sheets.map(({ name, heading, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: [
        heading.map((value) => ({ value, fontWeight: 'bold' as const })),
        ...rows.slice(0, MOST_ROWS).map(rowOf),
      ],
    })),
  ).toFile(path);
}

function rowOf(cells: readonly SheetCell[]): SheetData[number] {
  return cells.map((cell) => {
    if (cell === null || typeof cell === 'string') return cell;
    // A workbook knows no other numbers; the text of the amount goes in and comes out the same.
    return { value: Number(yuanText(fen(cell.fen))), format: MONEY_FORMAT };
  });
}
