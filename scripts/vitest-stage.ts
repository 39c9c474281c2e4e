/** Runs one project of Vitest and counts from its own record what ran. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from './checks/command.ts';
import { type Count, RESULTS } from './results.ts';

interface TestRecord {
  readonly fullName: string;
  readonly status: string;
}

interface FileRecord {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly TestRecord[];
}

interface StageRecord {
  readonly success: boolean;
  readonly testResults: readonly FileRecord[];
}

/**
 * @param project of vitest.config.ts
 * @returns what passed and failed; a stage without any test has failed
 */
export function runStage(project: string, environment: NodeJS.ProcessEnv = {}): Count {
  const file = join(RESULTS, `vitest-${project}.json`);
  mkdirSync(RESULTS, { recursive: true });
  rmSync(file, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(HOUSE, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--project', project],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    { cwd: HOUSE, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  const { says, ...count } = countStage(project, readRecord(file), status ?? 1);
  for (const line of says) console.log(line);
  return count;
}

function readRecord(file: string): StageRecord | null {
  try {
    const record: StageRecord = JSON.parse(readFileSync(file, 'utf8'));
    return record;
  } catch {
    return null;
  }
}

/**
 * @param exitCode of Vitest, which also fails on errors outside any test
 * @returns the count and what is to be said of it
 */
export function countStage(
  project: string,
  record: StageRecord | null,
  exitCode: number,
): Count & { readonly says: readonly string[] } {
  const files = record?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const broken = files.filter(isBroken).map((file) => `FAILED  ${file.name} could not be run`);
  const notRun = tests
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => `not run (${test.status})  ${test.fullName}`);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length;
  const stage = failed === 0 ? stageFailure(project, passed, exitCode) : [];
  return { passed, failed: failed + stage.length, says: [...broken, ...notRun, ...stage] };
}

/** What is wrong with a stage in which no test failed: that none ran, or how it ended. */
function stageFailure(project: string, passed: number, exitCode: number): readonly string[] {
  if (passed === 0) return [`FAILED  the stage ${project} ran no test`];
  return exitCode === 0 ? [] : [`FAILED  the stage ${project} ended with code ${exitCode}`];
}

/** A file that fell over before its first test. */
function isBroken(file: FileRecord): boolean {
  return (
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  );
}
