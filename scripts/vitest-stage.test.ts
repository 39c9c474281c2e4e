import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOUSE } from './checks/command.ts';
import { countStage } from './vitest-stage.ts';

const file = (status: string, ...tests: string[]) => ({
  name: join(HOUSE, 'a.test.ts'),
  status,
  assertionResults: tests.map((test) => ({
    fullName: `a street ${test}`,
    status: test,
    failureMessages: test === 'failed' ? ['expected 2 to be 3\n    at rules.ts:4'] : [],
  })),
});
const record = (...testResults: ReturnType<typeof file>[]) => ({ success: true, testResults });

describe('the count of a stage', () => {
  it('is what passed and what failed', () => {
    const kept = record(file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed'));
    expect(countStage('unit', kept, 1)).toMatchObject({ passed: 3, failures: [expect.anything()] });
  });

  it('names a test that failed, its file, and what it said first', () => {
    expect(countStage('unit', record(file('failed', 'failed')), 1).failures).toEqual([
      'a.test.ts  a street failed: expected 2 to be 3',
    ]);
  });

  it('fails where no test ran', () => {
    const nothing = { passed: 0, failures: ['the stage unit ran no test'] };
    expect(countStage('unit', record(), 0)).toEqual(nothing);
    expect(countStage('unit', record(file('passed', 'skipped')), 0)).toEqual(nothing);
  });

  it('fails where there is no record at all', () => {
    expect(countStage('unit', null, 0).failures).toEqual(['the stage unit ran no test']);
  });

  it('counts a file that fell over before its first test', () => {
    const kept = record(file('passed', 'passed'), file('failed'));
    expect(countStage('unit', kept, 1)).toEqual({
      passed: 1,
      failures: ['a.test.ts could not be run'],
    });
  });

  it('fails where the run ended badly although every test passed', () => {
    expect(countStage('unit', record(file('passed', 'passed')), 1).failures).toEqual([
      'the stage unit ended with code 1',
    ]);
  });
});
