/** The end of `.ci/run`: everything that ran, added up, and the names of what failed. */
import { endRun, readResult, sum } from './results.ts';

endRun(sum(process.argv.slice(2).map(readResult)));
