/** What the application takes from imports: the importers, routes of the desk, and the work on runs. */
import { type Access, peopleWithAccount } from '#features/access/server/public.ts';
import { type AnyRoute, rawRoute, route } from '#platform/http/route.ts';
import * as contract from '../contract.ts';
import { IMPORT_RUN } from './aggregates.ts';
import { bring } from './bring-file.ts';
import { problems, template } from './files-to-take.ts';
import { look } from './look.ts';
import { fields, run, runs, undoPreview } from './reads.ts';
import { match, stepWith } from './steps.ts';
import type { AccountHolders } from './take-back.ts';

export { IMPORTERS } from './kinds.ts';
export { type ImportWork, tenantsWithRuns, workOnRuns } from './work.ts';
export const IMPORT_AGGREGATES = [IMPORT_RUN] as const;

/** Which people have an account that opens, as access knows. */
export function accountHolders(access: Access): AccountHolders {
  return (tenantId, people) => peopleWithAccount(access, tenantId, people);
}

export function importRoutes(access: Access): readonly AnyRoute[] {
  return [
    route(contract.listRuns, runs),
    route(contract.importFields, fields),
    rawRoute(contract.importTemplate, template),
    route(contract.bringFile, bring, { files: 1, bytes: contract.FILE_LIMIT }),
    route(contract.lookIntoFile, look),
    route(contract.getRun, run),
    rawRoute(contract.problemsFile, problems),
    route(contract.matchColumns, match),
    route(contract.takeIn, stepWith('take')),
    route(contract.dropRun, stepWith('drop')),
    route(contract.undoRun, stepWith('undo')),
    route(contract.previewUndo, undoPreview(accountHolders(access))),
  ];
}
