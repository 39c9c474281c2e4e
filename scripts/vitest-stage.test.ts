import { describe, expect, it } from 'vitest';
import { countStage } from './vitest-stage.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((test) => ({ fullName: 'a', status: test })),
});
const record = (...testResults: ReturnType<typeof file>[]) => ({ success: true, testResults });

describe('the count of a stage', () => {
  it('is what passed and what failed', () => {
    const kept = record(file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed'));
    expect(countStage('unit', kept, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('fails where no test ran', () => {
    expect(countStage('unit', record(), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countStage('unit', record(file('passed', 'skipped')), 0).failed).toBe(1);
  });

  it('fails where there is no record at all', () => {
    expect(countStage('unit', null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts a file that fell over before its first test', () => {
    const kept = record(file('passed', 'passed'), file('failed'));
    expect(countStage('unit', kept, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('fails where the run ended badly although every test passed', () => {
    expect(countStage('unit', record(file('passed', 'passed')), 1).failed).toBe(1);
  });
});
