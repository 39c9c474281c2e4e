/** `npm test`: provisioning, checks, all tests; the last line counts them together. */
import { CHECKS } from './checks/all.ts';
import { HOUSE } from './checks/command.ts';
import { provision, thisMachine } from './provision/provision.ts';
import { type Count, endRun, forgetResult, keepResult, sum } from './results.ts';
import { runChecks } from './run-checks.ts';
import { runStage } from './vitest-stage.ts';

const STAGES = [
  ['unit', 'Rules and pure functions'],
  ['checks', 'The checks themselves, against planted breaches'],
  ['engines', 'Database, server and requests, on both engines'],
  ['journeys', 'Journeys in a browser'],
] as const;

function heading(text: string): void {
  console.log(`\n== ${text}\n`);
}

function provisioning(): Count {
  const missing = provision(thisMachine());
  const failures = missing.map((name) => `missing: ${name}`);
  for (const failure of failures) console.log(`FAILED  ${failure}`);
  if (failures.length === 0) console.log('passed  everything the tests need is there');
  return { passed: failures.length === 0 ? 1 : 0, failures };
}

forgetResult('test');
const counts: Count[] = [];
heading('Provisioning');
counts.push(provisioning());
heading('Checks');
counts.push(await runChecks(CHECKS, HOUSE));
for (const [project, title] of STAGES) {
  heading(title);
  counts.push(runStage(project));
}
const total = sum(counts);
keepResult('test', total);
endRun(total);
