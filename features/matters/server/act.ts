/**
 * One step of the loop as one command: what was judged is written, row, event,
 * figures and words together.
 */
import { type Actor, type Context, grantsOf } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { CommandId, MatterId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Change, Decision } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import type { Rows } from '#platform/database/database.ts';
import type { Services } from '#platform/services.ts';
import type { ActionInput, actOnMatter } from '../contract.ts';
import type { Asking } from '../rules/lawful.ts';
import type { Matter, MatterPatch } from '../rules/matter.ts';
import { matterAggregate } from './aggregates.ts';
import { figureRows } from './figure-rows.ts';
import { type Judged, judge, openingOf } from './judge.ts';
import type { StoredMatter } from './matter-row.ts';
import { mergeChange } from './merge.ts';
import { photoRows, photosOf } from './photo-rows.ts';
import { commitmentOf, shownWords, wordsOfAction, wordsRow } from './words-of-action.ts';

export type Done = Answer<typeof actOnMatter>;

export interface Step {
  readonly commandId: CommandId;
  readonly matterId: MatterId;
  /** The version the person saw. */
  readonly version: number;
  readonly input: ActionInput;
  /** Who asks, where it is not the signed-in person: the reporter (proven before) or the clock. */
  readonly asking?: Exclude<Asking, { kind: 'person' }>;
}

export function act(services: Services, context: Context, step: Step): Promise<Outcome<Done>> {
  return command<Done>(services, context, {
    id: step.commandId,
    name: `matters.${step.input.action}`,
    body: { matterId: step.matterId, version: step.version, input: step.input },
    opening: openingOf(context.tenantId, step, 'locked'),
    decide: (opened) => decide(services, context, step, opened),
  });
}

function decide(
  services: Services,
  context: Context,
  step: Step,
  opened: readonly Rows[],
): Outcome<Decision<Done>> {
  const asking = step.asking ?? askingOf(context.actor);
  const judged = judge(context, asking, step, opened);
  return judged.ok ? decided(services, context, step, asking, judged.value) : judged;
}

function decided(
  services: Services,
  context: Context,
  step: Step,
  asking: Asking,
  { stored, found, patch, standpoint }: Judged,
): Outcome<Decision<Done>> {
  const { matter } = stored;
  const after: Matter = { ...matter, ...patch, version: matter.version + 1 };
  const words = wordsOfAction(step.input, matter);
  const photos = photosOf(step.input);
  const other = mergeChange(step.input, matter, found, asking);
  if (!other.ok) return other;
  const change: Change = {
    ...changeOf(services, context, stored, patch),
    kind: `matter.${step.input.action}`,
    details: {
      ...shownWords(step.input),
      ...(standpoint && {
        organisationId: standpoint.organisationId,
        role: standpoint.role,
        postId: standpoint.postId,
      }),
      ...(words && { words: commitmentOf(services, context, 'matter_texts.body', words.body) }),
      ...(photos.length > 0 && { photos: photos.map((photo) => photo.digest) }),
    },
  };
  return done({
    answer: { matterId: matter.matterId, version: after.version, state: after.state },
    changes: [change, ...other.value],
    also: [
      ...(words ? [wordsRow(context.tenantId, matter.matterId, after.version, words)] : []),
      ...photoRows(context.tenantId, matter.matterId, after.version, photos),
      ...figureRows(context, matter, after),
    ],
  });
}

/** The patch as a change of the aggregate: people's words as commitments, the rest as it is. */
function changeOf(
  services: Services,
  context: Context,
  { matter, auditHead }: StoredMatter,
  patch: MatterPatch,
): Omit<Change, 'kind'> {
  const { title, description: _description, placeText: _placeText, ...set } = patch;
  const renamed = title !== undefined && title !== matter.title;
  return {
    type: matterAggregate.type,
    table: matterAggregate.table,
    idColumn: matterAggregate.idColumn,
    authority: matterAggregate.authority,
    id: matter.matterId,
    before: { version: matter.version, auditHead },
    set: set as Change['set'],
    ...(renamed && {
      protected: {
        title: {
          ciphertext: title,
          commitment: commitmentOf(services, context, 'matters.title', title),
        },
      },
    }),
  };
}

export function askingOf(actor: Actor): Asking {
  return actor.kind === 'person'
    ? { kind: 'person', personId: actor.personId, grants: actor.grants }
    : { kind: 'person', personId: '' as never, grants: grantsOf(actor) };
}
