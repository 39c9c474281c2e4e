/** Taking a file: looked at first, stored, and a run begun for it. Nothing of it is imported yet. */
import { type Context, grantsOf, instantNow } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { FileDigest, ImportRunId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { command } from '#platform/command/command.ts';
import { type FileId, insertFile } from '#platform/files/file-records.ts';
import type { CommandInput, Exchange } from '#platform/http/route.ts';
import { readTopAside } from '#platform/import/aside/read-aside.ts';
import { formatOf } from '#platform/import/read-table.ts';
import { outermostPaths } from '#platform/scope/paths.ts';
import type { Services } from '#platform/services.ts';
import type { bringFile } from '../contract.ts';
import { IMPORT_KINDS, type ImportKind } from '../rules/kinds.ts';
import { IMPORT_RUN } from './aggregates.ts';
import { withFile } from './with-file.ts';

/** Type of the owner of a stored file. */
export const OWNER = 'import_run';

const LONGEST_NAME = 200;

export async function bring(
  services: Services,
  context: Context,
  { params, commandId }: CommandInput<typeof bringFile>,
  exchange: Exchange,
): Promise<Outcome<Answer<typeof bringFile>>> {
  const { kind } = params;
  const { actor, tenantId, ids, clock } = context;
  const areaPath = areaOf(context, kind);
  if (actor.kind !== 'person' || areaPath === undefined)
    return refused({ code: 'access.not_allowed' });
  const [upload] = exchange.uploads;
  if (upload === undefined || formatOf(upload.name) === undefined)
    return refused({ code: 'file.unreadable', field: 'file' });
  const fileDigest = await services.files.put(upload.bytes);
  const fileName = baseName(upload.name);
  const looked = await withFile(services.files, { fileDigest, fileName }, (path) =>
    readTopAside(path, {}),
  );
  if (!looked.ok) return looked;
  if (!looked.value.ok) return refused({ ...looked.value.refusal, field: 'file' });
  const runId = ids.next<ImportRunId>();
  const begunAt = instantNow(clock);
  return command(services, context, {
    id: commandId,
    name: 'imports.bring',
    body: { kind, fileDigest, fileName },
    opening: [],
    decide: () =>
      done({
        answer: { runId },
        changes: [
          {
            ...IMPORT_RUN,
            id: runId,
            kind: 'import_run.begun',
            set: {
              kind,
              personId: actor.personId,
              accountId: actor.accountId,
              areaPath,
              fileName,
              fileDigest,
              state: 'new',
              begunAt,
            },
          },
        ],
        also: [
          insertFile(tenantId, {
            fileId: ids.next<FileId>(),
            digest: fileDigest as FileDigest,
            thumbnail: null,
            media: 'application/octet-stream',
            bytes: upload.bytes.length,
            width: null,
            height: null,
            ownerType: OWNER,
            ownerId: runId,
            createdAt: begunAt,
          }),
        ],
      }),
  });
}

/** The area over which the person may import the kind; of several the first. */
function areaOf({ actor }: Context, kind: ImportKind): string | undefined {
  const roles: readonly string[] = IMPORT_KINDS[kind];
  const paths = grantsOf(actor).flatMap(({ role, areaPath }) =>
    roles.includes(role) ? [areaPath] : [],
  );
  return outermostPaths(paths)[0];
}

/** Without the folders that some browsers send. */
function baseName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? name).slice(-LONGEST_NAME);
}
