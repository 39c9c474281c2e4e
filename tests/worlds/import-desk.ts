/** What somebody does with a file at the desk, step by step, without a browser. */

import type { getRun, lookIntoFile, previewUndo } from '#features/imports/contract.ts';
import type { ImportKind } from '#features/imports/rules/kinds.ts';
import { bring } from '#features/imports/server/bring-file.ts';
import { look } from '#features/imports/server/look.ts';
import { run as readRun, undoPreview } from '#features/imports/server/reads.ts';
import { match, stepWith } from '#features/imports/server/steps.ts';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { ImportRunId } from '#kernel/ids.ts';
import type { Mapping } from '#kernel/mapping.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { type District, sure } from './district.ts';
import type { Importing } from './importing.ts';

export type Fields = Mapping['fields'];
export type Step = 'match' | 'take' | 'drop' | 'undo';

export interface ImportDesk {
  /** Its name says what the file is. */
  brings(context: Context, kind: ImportKind, text: string, name?: string): ReturnType<typeof bring>;
  looks(context: Context, runId: ImportRunId): Promise<Answer<typeof lookIntoFile>>;
  read(context: Context, runId: ImportRunId): Promise<Answer<typeof getRun>>;
  /** The step, and what the server does after it. */
  steps(
    context: Context,
    runId: ImportRunId,
    step: Step,
    mapping?: Partial<Mapping>,
  ): Promise<Outcome<unknown>>;
  /** All of it: brought, matched, checked and taken in. */
  imports(
    context: Context,
    kind: ImportKind,
    text: string,
    fields: Fields,
    name?: string,
  ): Promise<ImportRunId>;
  preview(context: Context, runId: ImportRunId): Promise<Answer<typeof previewUndo>>;
}

export function importDesk({ services, commandId }: District, who: Importing): ImportDesk {
  const asked = (runId: ImportRunId) => ({ params: { runId }, query: undefined, body: undefined });
  const desk: ImportDesk = {
    brings(context, kind, text, name = '台账.csv') {
      const upload = { field: 'file', name, media: 'text/csv', bytes: Buffer.from(text) };
      const input = { params: { kind }, query: undefined, body: undefined };
      const exchange = { uploads: [upload] } as unknown as Parameters<typeof bring>[3];
      return bring(services, context, { ...input, commandId: commandId() }, exchange);
    },
    looks: (context, runId) => sure(look(services, context, { ...asked(runId), query: {} })),
    read: (context, runId) => sure(readRun(services, context, asked(runId))),
    async steps(context, runId, step, mapping = {}) {
      const { run } = await desk.read(context, runId);
      const common = { params: { runId }, query: undefined, commandId: commandId() };
      const whole: Mapping = { coordinates: 'wgs84', fields: {}, ...mapping };
      const { version } = run;
      const answer =
        step === 'match'
          ? await match(services, context, { ...common, body: { version, mapping: whole } })
          : await stepWith(step)(services, context, { ...common, body: { version } });
      await who.work();
      return answer;
    },
    async imports(context, kind, text, fields, name) {
      const { runId } = await sure(desk.brings(context, kind, text, name));
      await desk.steps(context, runId, 'match', { fields });
      await desk.steps(context, runId, 'take');
      return runId;
    },
    preview: (context, runId) =>
      sure(undoPreview(async () => who.accounts)(services, context, asked(runId))),
  };
  return desk;
}
