/** What `lianxin compensate` is asked for. */
import type { Locale } from '#kernel/context.ts';
import type { Progress } from './run-households.ts';
import type { Speaking } from './told.ts';

export interface CompensateCommand extends Speaking {
  readonly scheme: string;
  readonly households: string;
  readonly out: string;
  /** Name of one choice, or `all`. */
  readonly choice: string;
  readonly asOf: string | undefined;
  readonly mapping: string | undefined;
  /** Numbers of households, or `all`; none unless told. */
  readonly readable: readonly string[];
  /** Of an Ed25519 private key, by which readable files are signed. */
  readonly key: string | undefined;
  /** Of the readable files. */
  readonly language: Locale;
  readonly json: boolean;
  readonly progress: (words: string) => Progress;
  /** Milliseconds, for how long it took; nothing is calculated by it. */
  readonly clock: () => number;
}
