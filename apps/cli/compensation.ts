/** `lianxin compensate`, `scheme check`, `scheme compare`: no installation is opened for them. */
import {
  compensate as runCompensate,
  type Stopped,
  schemeCheck,
  schemeCompare,
  toldSentence,
} from '#features/relocation/cli/public.ts';
import { Ended, EXIT, type Exit } from './exit.ts';
import { progress } from './progress.ts';
import type { Speaker } from './say.ts';

export interface CompensateOptions {
  readonly scheme: string;
  readonly households: string;
  readonly out: string;
  readonly choice: string;
  readonly asOf?: string;
  readonly mapping?: string;
  readonly readable?: string;
  readonly key?: string;
  readonly language: 'zh' | 'en';
  readonly json?: boolean;
}

export interface CompareOptions {
  readonly households: string;
  readonly mapping?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export async function compensate(speaker: Speaker, options: CompensateOptions): Promise<Exit> {
  return ended(
    speaker,
    await runCompensate({
      ...{ ...speaker, ...options, write },
      ...{ asOf: options.asOf, mapping: options.mapping, key: options.key },
      readable: namesIn(options.readable),
      json: options.json === true,
      progress: (words) => progress(process.stderr, words),
      clock: () => performance.now(),
    }),
  );
}

export function checkScheme(speaker: Speaker, file: string, json: boolean): Exit {
  return ended(speaker, schemeCheck({ ...speaker, write, file, json }));
}

export async function compareSchemes(
  speaker: Speaker,
  files: { readonly old: string; readonly new: string },
  options: CompareOptions,
): Promise<Exit> {
  return ended(
    speaker,
    await schemeCompare({
      ...{ ...speaker, ...files, write },
      ...{
        households: options.households,
        mapping: options.mapping,
        asOf: options.asOf,
        out: options.out,
      },
      json: options.json === true,
      progress: (words) => progress(process.stderr, words),
    }),
  );
}

function namesIn(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[,\uff0c]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function ended(speaker: Speaker, outcome: Stopped<0 | 1>): Exit {
  if (!outcome.ok)
    throw new Ended('error.compensation', {
      values: { reason: toldSentence(speaker, outcome.refusal) },
    });
  return outcome.value === 0 ? EXIT.done : EXIT.found;
}
