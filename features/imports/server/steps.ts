/** What a person does with a run: match, take in, give up, take back. The server does the work after. */
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { readMapping } from '#kernel/mapping.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Change } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Statement } from '#platform/database/database.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { dropRun, matchColumns } from '../contract.ts';
import { mayStep, type RunStep, STEPS } from '../rules/states.ts';
import { IMPORT_RUN } from './aggregates.ts';
import { OWNER } from './bring-file.ts';
import { fieldsOf } from './kinds.ts';
import { notedOn, type RunRow, runFrom, runStatement } from './run-rows.ts';

type Stepped = Answer<typeof matchColumns>;

export function match(
  services: Services,
  context: Context,
  { params, body, commandId }: CommandInput<typeof matchColumns>,
): Promise<Outcome<Stepped>> {
  const { mapping } = body;
  return takeStep(services, context, 'match', { ...params, ...body, commandId }, (run) => {
    // What the command may name and the desk does not offer (posts to be made) is not let in here.
    const offered = fieldsOf(run.kind).map(({ name }) => name);
    const other = Object.keys(mapping.fields).find((name) => !offered.includes(name));
    if (other !== undefined)
      return refused({ code: 'import.mapping', field: `mapping.fields.${other}` });
    const read = readMapping(mapping);
    if (!read.ok) return read;
    return done({ set: { mapping: mapping as unknown as Json, problem: null } });
  });
}

type StepEndpoint = typeof dropRun;

export function stepWith(step: 'take' | 'drop' | 'undo') {
  return (
    services: Services,
    context: Context,
    { params, body, commandId }: CommandInput<StepEndpoint>,
  ): Promise<Outcome<Stepped>> =>
    takeStep(services, context, step, { ...params, ...body, commandId }, (run) =>
      done(
        step === 'drop'
          ? { set: { fileDigest: null }, also: [forgetFile(context, run)] }
          : { set: {} },
      ),
    );
}

/** The counts of the check make way for those of the import, which adds to them batch by batch. */
const NOTHING_YET = {
  rows: 0,
  created: 0,
  changed: 0,
  leftEmpty: 0,
  unchanged: 0,
  refused: 0,
  reasons: {},
};

interface More {
  readonly set: Change['set'];
  readonly also?: readonly Statement[];
}

interface Asked {
  readonly runId: RunRow['runId'];
  readonly version: number;
  readonly commandId: CommandInput<StepEndpoint>['commandId'];
}

function takeStep(
  services: Services,
  context: Context,
  step: RunStep,
  { commandId, ...asked }: Asked,
  more: (run: RunRow) => Outcome<More>,
): Promise<Outcome<Stepped>> {
  const { tenantId } = context;
  return command<Stepped>(services, context, {
    id: commandId,
    name: `imports.${step}`,
    body: asked,
    opening: [runStatement(context, asked.runId, 'locked')],
    decide: ([found]) => {
      const run = runFrom(found);
      if (run === undefined) return refused({ code: 'import.run_unknown' });
      const { version, auditHead, state, counts, progress } = run;
      const old = stale(asked.version, run, { version, state, counts, progress });
      if (old) return refused(old);
      if (!mayStep(step, state)) return refused({ code: 'import.run_state' });
      const added = more(run);
      if (!added.ok) return added;
      const { set, also = [] } = added.value;
      return done({
        answer: { version: version + 1 },
        changes: [
          {
            ...IMPORT_RUN,
            id: run.runId,
            before: { version, auditHead },
            kind: `import_run.${step}`,
            set: { ...set, state: STEPS[step].to },
          },
        ],
        also: [...also, notedOn(tenantId, run.runId, 0, step === 'take' ? NOTHING_YET : {})],
      });
    },
  });
}

/** The file is nobody's any more: the sweep of files takes its bytes. */
export function forgetFile({ tenantId }: Context, { runId }: Pick<RunRow, 'runId'>): Statement {
  return {
    sql: 'delete from files where tenant_id = $1 and owner_type = $2 and owner_id = $3',
    parameters: [tenantId, OWNER, runId],
  };
}
