/** `lianxin`: runs one command and ends with its exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#platform/database/migration-files.ts';
import { Ended, EXIT, type Exit } from './exit.ts';
import { makeProgram } from './program.ts';
import { type Speaker, speaker as speakerOf } from './say.ts';
import { isPrinted, usageError } from './usage.ts';

async function run(speaker: Speaker, words: readonly string[]): Promise<Exit> {
  let exit: Exit = EXIT.done;
  const program = makeProgram(speaker, versionOf(), (ended) => {
    exit = ended;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exit;
  } catch (fault) {
    const ended = fault instanceof Ended ? fault : usageError(fault);
    if (ended !== undefined) return refuse(speaker, ended, words.includes('--json'));
    if (isPrinted(fault)) return fault.exitCode === 0 ? EXIT.done : EXIT.refused;
    process.stderr.write(`${speaker.say('error.fault')}\n${stackOf(fault)}\n`);
    return EXIT.fault;
  }
}

function refuse({ say }: Speaker, { key, values, exit }: Ended, json: boolean): Exit {
  const message = say(key, values);
  process.stderr.write(`${message}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code: key, message } })}\n`);
  return exit;
}

function stackOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

function versionOf(): string {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

process.exitCode = await run(speakerOf(process.env), process.argv.slice(2));
