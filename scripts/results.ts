/** What ran, how much of it passed, and where that is kept for the line at the very end. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from './checks/command.ts';

export interface Count {
  readonly passed: number;
  /** A line for each that failed: which it was, and of a test what it said first. */
  readonly failures: readonly string[];
}

export const RESULTS = join(HOUSE, '.cache/results');

export function sum(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((total, count) => total + count.passed, 0),
    failures: counts.flatMap((count) => count.failures),
  };
}

/**
 * Ends a run: names again what failed, which may stand thousands of lines above,
 * then counts, and gives the process its exit code.
 */
export function endRun(count: Count): void {
  console.log(
    ['', ...count.failures.map((line) => `FAILED  ${line}`), countLine(count)].join('\n'),
  );
  process.exitCode = count.failures.length === 0 ? 0 : 1;
}

function countLine(count: Count): string {
  return `${count.passed} passed, ${count.failures.length} failed`;
}

const fileOf = (run: string): string => join(RESULTS, `${run}.json`);

export function forgetResult(run: string): void {
  rmSync(fileOf(run), { force: true });
}

export function keepResult(run: string, count: Count): void {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(fileOf(run), JSON.stringify(count));
}

/** The count of a run; one that left none did not end, which is a failure. */
export function readResult(run: string): Count {
  try {
    const count: Count = JSON.parse(readFileSync(fileOf(run), 'utf8'));
    return count;
  } catch {
    return { passed: 0, failures: [`the run "${run}" did not come to its end`] };
  }
}
