/** How a command ends. The numbers are public: scripts read them. */
import type { TextValues } from '#platform/http/i18n.ts';

export const EXIT = {
  done: 0,
  /** Done in part: rows were refused, or the audit found something. */
  found: 1,
  /** The command, its file or its mapping is not right; nothing was changed. */
  refused: 2,
  /** The installation cannot be opened: settings, secrets, a database in use or away. */
  unavailable: 3,
  /** A fault of this program. */
  fault: 70,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command with one sentence for the operator. */
export class Ended extends Error {
  override readonly name = 'Ended';
  /** Key of the sentence in `apps/cli/locale`. */
  readonly key: string;
  readonly values: TextValues;
  readonly exit: Exit;
  constructor(key: string, { values = {}, exit = EXIT.refused, cause }: Ending = {}) {
    super(key, { cause });
    this.key = key;
    this.values = values;
    this.exit = exit;
  }
}

interface Ending {
  readonly values?: TextValues;
  /** `refused` unless told. */
  readonly exit?: Exit;
  readonly cause?: unknown;
}
