/** `npm run check [name…]`: the checks alone, all or those whose names are given. */
import { CHECKS } from './checks/all.ts';
import { HOUSE } from './checks/command.ts';
import { endRun } from './results.ts';
import { runChecks } from './run-checks.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  const names = CHECKS.map((check) => `"${check.name}"`).join(', ');
  console.error(`no such check: ${unknown.join(', ')}; there are ${names}`);
  process.exit(2);
}
const chosen = CHECKS.filter((check) => wanted.length === 0 || wanted.includes(check.name));
endRun(await runChecks(chosen, HOUSE));
