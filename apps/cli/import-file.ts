/** `lianxin import`: one file of records into one tenant. */
import { accessSync, constants, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Installation } from '#apps/server/services.ts';
import { systemContext } from '#apps/server/work.ts';
import { IMPORTERS } from '#features/imports/server/public.ts';
import type { Mapping } from '#kernel/mapping.ts';
import { badRowsFile } from '#platform/import/bad-rows.ts';
import type { Importer } from '#platform/import/importer.ts';
import { type ImportReport, runImport } from '#platform/import/run-import.ts';
import { Ended, EXIT, type Exit } from './exit.ts';
import { mappingFrom } from './mapping-file.ts';
import { tenantNamed, withInstallation } from './open.ts';
import { progress } from './progress.ts';
import type { Speaker } from './say.ts';

export interface ImportOptions {
  readonly tenant: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly badRows?: string;
}

interface Job extends ImportOptions {
  readonly importer: Importer;
  readonly file: string;
  readonly read: Mapping | undefined;
  readonly badRowsPath: string;
}

export function importFile(
  speaker: Speaker,
  kind: string,
  file: string,
  options: ImportOptions,
): Promise<Exit> {
  const importer = IMPORTERS.find((one) => one.name === kind);
  if (importer === undefined) throw new Ended('error.kind_unknown', { values: { kind } });
  if (!isFile(file)) throw new Ended('error.file_missing', { values: { file } });
  const read = options.mapping === undefined ? undefined : mappingFrom(options.mapping);
  const badRowsPath = resolve(options.badRows ?? `${basename(file)}.bad-rows.csv`);
  if (!isWritable(dirname(badRowsPath)))
    throw new Ended('error.bad_rows', { values: { path: badRowsPath } });
  // Of the last time: whoever finds none after this time shall know that all rows were taken.
  if (options.badRows === undefined) rmSync(badRowsPath, { force: true });
  const job: Job = { ...options, importer, file, read, badRowsPath };
  return withInstallation((installation) => run(speaker, installation, job));
}

async function run(speaker: Speaker, installation: Installation, job: Job): Promise<Exit> {
  const { services } = installation;
  const tenant = await tenantNamed(installation, job.tenant);
  const began = performance.now();
  const bar = progress(process.stderr, speaker.say('import.rows'));
  const badRows = badRowsFile(job.badRowsPath);
  const outcome = await services.database.whileLocked(`import:${tenant.tenantId}`, () =>
    runImport(
      services,
      { ...systemContext(installation, tenant, 'import'), locale: speaker.locale },
      {
        importer: job.importer,
        path: job.file,
        ...(job.read && { mapping: job.read }),
        dryRun: job.dryRun === true,
        badRows,
        translate: speaker.translate,
        onProgress: (report, part) => bar.show(part, report.rows),
      },
    ),
  );
  bar.end();
  badRows.close();
  if (outcome === undefined) throw new Ended('error.importing', { values: { tenant: job.tenant } });
  if (!outcome.ok)
    throw new Ended('error.file', {
      values: { file: job.file, reason: speaker.reason(outcome.refusal) },
    });
  const seconds = (performance.now() - began) / 1000;
  tell(speaker, job, outcome.value, seconds);
  return outcome.value.refused === 0 ? EXIT.done : EXIT.found;
}

function tell(speaker: Speaker, job: Job, report: ImportReport, seconds: number): void {
  const kept = report.refused + report.leftEmpty > 0 ? job.badRowsPath : null;
  if (job.json === true) {
    const { file, tenant, badRowsPath: _, dryRun = false } = job;
    const told = { kind: job.importer.name, file, tenant, dryRun, ...report, badRows: kept };
    process.stdout.write(`${JSON.stringify({ ...told, seconds: Number(seconds.toFixed(3)) })}\n`);
    return;
  }
  const lines = [
    speaker.say(job.dryRun === true ? 'import.tried' : 'import.done', {
      ...report,
      reasons: null,
      seconds: seconds.toFixed(1),
      speed: Math.round(report.rows / Math.max(seconds, 0.001)),
    }),
    ...Object.entries(report.reasons).map(([code, count]) =>
      speaker.say('import.reason', {
        count,
        reason: speaker.translate(speaker.locale, `refusal.${code}`).replace(/\{\{\w+\}\}/g, '…'),
      }),
    ),
    ...(report.leftEmpty > 0
      ? [speaker.say('import.left_empty', { count: report.leftEmpty })]
      : []),
    ...(kept === null ? [] : [speaker.say('import.bad_rows', { path: kept })]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
