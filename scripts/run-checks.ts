/** Runs checks one after the other and says what each found. */
import { type Check, describeFinding } from './checks/check.ts';
import type { Count } from './results.ts';

export async function runChecks(checks: readonly Check[], root: string): Promise<Count> {
  const failures: string[] = [];
  for (const check of checks) {
    const findings = await check.run(root);
    if (findings.length === 0) {
      console.log(`passed  ${check.name}`);
      continue;
    }
    const says = `${check.name}: ${findings.length} found`;
    failures.push(says);
    console.log(`FAILED  ${says}`);
    for (const finding of findings) console.log(describeFinding(finding));
  }
  return { passed: checks.length - failures.length, failures };
}
