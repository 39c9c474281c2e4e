/**
 * The values of one household, or of one row of its lists: each name has a
 * slot and is worked out when it is first asked for. So the order in which
 * facts and items stand in the document makes no difference.
 */
import { type Absent, missing, type Result } from './result.ts';

export type Evaluate = (frame: Frame) => Result;

/** The names of one level: of the household, or of the rows of one list. */
export interface Level {
  /** By slot. */
  readonly names: string[];
  readonly evaluate: Evaluate[];
  /** By slot: whether it changes with the household's choice. */
  readonly byChoice: boolean[];
}

export class Frame {
  private readonly level: Level;
  private readonly slots: (Result | undefined)[];
  /** The same household without its choice: what does not depend on it is worked out once. */
  private readonly base: Frame | undefined;
  /** The household itself is its own. */
  readonly home: Frame;
  private readonly rows: Map<string, readonly Frame[]> = new Map();
  /** What stands beside a slot's value: the parts of a line. */
  readonly details: unknown[] = [];

  constructor(
    level: Level,
    { home, base }: { readonly home?: Frame; readonly base?: Frame | undefined } = {},
  ) {
    this.level = level;
    this.slots = new Array(level.evaluate.length);
    this.base = base;
    this.home = home ?? this;
  }

  at(slot: number): Result {
    const known = this.slots[slot];
    if (known !== undefined) return known;
    const made = this.make(slot);
    this.slots[slot] = made;
    return made;
  }

  private make(slot: number): Result {
    const { base, level } = this;
    if (base !== undefined && level.byChoice[slot] !== true) {
      const value = base.at(slot);
      this.details[slot] = base.details[slot];
      return value;
    }
    const evaluate = level.evaluate[slot];
    if (evaluate === undefined) throw new Error('no such slot');
    return evaluate(this);
  }

  set(slot: number, value: Result): void {
    this.slots[slot] = value;
  }

  setRows(list: string, rows: readonly Frame[]): void {
    this.rows.set(list, rows);
  }

  /** The rows of a list; absent where nobody gave it. */
  rowsOf(list: string): readonly Frame[] | Absent {
    return this.home.rows.get(list) ?? missing(list);
  }
}
