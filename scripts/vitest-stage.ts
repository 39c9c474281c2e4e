/** Runs one project of Vitest and counts from its own record what ran. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { HOUSE } from './checks/command.ts';
import { type Count, RESULTS } from './results.ts';

interface TestRecord {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages?: readonly string[];
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
  const record = readRecord(file);
  for (const test of testsOf(record).filter(wasNotRun)) {
    console.log(`not run (${test.status})  ${test.fullName}`);
  }
  return countStage(project, record, status ?? 1);
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
  const passed = testsOf(record).filter((test) => test.status === 'passed').length;
  const failures = (record?.testResults ?? []).flatMap(failuresOf);
  return {
    passed,
    failures: failures.length > 0 ? failures : failureOfStage(project, passed, exitCode),
  };
}

function testsOf(record: StageRecord | null): readonly TestRecord[] {
  return (record?.testResults ?? []).flatMap((file) => file.assertionResults);
}

function wasNotRun(test: TestRecord): boolean {
  return test.status !== 'passed' && test.status !== 'failed';
}

/** The tests of a file that failed, or the file itself where it fell over before its first. */
function failuresOf(file: FileRecord): readonly string[] {
  const name = relative(HOUSE, file.name);
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0 && file.status === 'failed') return [`${name} could not be run`];
  return failed.map((test) => `${name}  ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
}

function firstLine(message = ''): string {
  return message.split('\n', 1)[0] ?? '';
}

/** What is wrong with a stage in which no test failed: that none ran, or how it ended. */
function failureOfStage(project: string, passed: number, exitCode: number): readonly string[] {
  if (passed === 0) return [`the stage ${project} ran no test`];
  return exitCode === 0 ? [] : [`the stage ${project} ended with code ${exitCode}`];
}
