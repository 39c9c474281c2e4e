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
  return countStage(project, readRecord(file), status ?? 1);
}

function readRecord(file: string): StageRecord | null {
  try {
    const record: StageRecord = JSON.parse(readFileSync(file, 'utf8'));
    return record;
  } catch {
    return null;
  }
}

/** @param exitCode of Vitest, which also fails on errors outside any test */
export function countStage(project: string, record: StageRecord | null, exitCode: number): Count {
  const files = record?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const broken = files.filter(isBroken);
  let failed = tests.filter((test) => test.status === 'failed').length + broken.length;
  for (const file of broken) console.log(`FAILED  ${file.name} could not be run`);
  for (const test of tests.filter((one) => one.status !== 'passed' && one.status !== 'failed')) {
    console.log(`not run (${test.status})  ${test.fullName}`);
  }
  if (passed + failed === 0) {
    console.log(`FAILED  the stage ${project} ran no test`);
    failed = 1;
  }
  if (exitCode !== 0 && failed === 0) {
    console.log(`FAILED  the stage ${project} ended with code ${exitCode}`);
    failed = 1;
  }
  return { passed, failed };
}

/** A file that fell over before its first test. */
function isBroken(file: FileRecord): boolean {
  return (
    file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  );
}
