/** The files that people read: one page for one household, signed where there is a key. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '#kernel/outcome.ts';
import type { RawFacts } from '../rules/scheme/document.ts';
import type { Worked } from '../rules/statement.ts';
import { sha256 } from '../server/digest.ts';
import { type ReadyScheme, statementPage } from '../server/statement/page.ts';
import { pageScript } from '../server/statement/script.ts';
import type { Signer } from '../server/statement/signer.ts';
import type { CompensateCommand } from './command.ts';
import { signerFrom } from './signing.ts';
import { type Stopped, stopped, voiceIn } from './told.ts';

export class ReadableFiles {
  private readonly command: CompensateCommand;
  private readonly scheme: ReadyScheme;
  private readonly script: string;
  private readonly signer: Signer | undefined;
  private readonly left: Set<string>;
  private readonly folder: string;
  written = 0;

  private constructor(
    command: CompensateCommand,
    scheme: ReadyScheme,
    script: string,
    signer: Signer | undefined,
  ) {
    this.command = command;
    this.scheme = scheme;
    this.script = script;
    this.signer = signer;
    this.left = new Set(command.readable.filter((key) => key !== 'all'));
    this.folder = join(command.out, 'readable');
  }

  static open(scheme: ReadyScheme, command: CompensateCommand): Stopped<ReadableFiles> {
    if (command.readable.length === 0)
      return done(new ReadableFiles(command, scheme, '', undefined));
    const signer = signerFrom(command.key);
    if (!signer.ok) return signer;
    const script = pageScript();
    if (script === undefined) return stopped('page_missing');
    const files = new ReadableFiles(command, scheme, script, signer.value);
    return done(files);
  }

  wants(key: string): boolean {
    return this.command.readable.includes('all') || this.left.has(key);
  }

  write(key: string, raw: RawFacts, worked: readonly Worked[]): void {
    mkdirSync(this.folder, { recursive: true });
    const { asOf, language, translate } = this.command;
    const page = statementPage({
      ...{ key, raw, worked, asOf, scheme: this.scheme, script: this.script, signer: this.signer },
      voice: voiceIn(language, translate),
    });
    writeFileSync(join(this.folder, `${fileName(key)}.html`), page, { mode: 0o600 });
    this.left.delete(key);
    this.written += 1;
  }

  /** Households that were asked for and are not in the file. */
  unknown(): readonly string[] {
    return [...this.left];
  }
}

const LONGEST_NAME = 60;

/** Letters, digits and strokes of a household's number; everything else by its code, so that no two are one. */
function fileName(key: string): string {
  const name = key.replace(
    /[^\p{L}\p{N}-]/gu,
    (sign) => `_${sign.codePointAt(0)?.toString(16) ?? ''}_`,
  );
  return name.length <= LONGEST_NAME
    ? name
    : `${name.slice(0, LONGEST_NAME)}-${sha256(key).slice(0, 16)}`;
}
