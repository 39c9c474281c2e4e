/** The last line of `.ci/run`: everything that ran, added up. */
import { countLine, readResult, sum } from './results.ts';

const total = sum(process.argv.slice(2).map(readResult));
console.log(countLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
