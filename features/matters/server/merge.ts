/** A merge is told to both: the duplicate ends, the other one learns that somebody else reported it too. */
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import type { ActionInput } from '../contract.ts';
import type { Asking } from '../rules/lawful.ts';
import type { Matter } from '../rules/matter.ts';
import { maySee } from '../rules/sight.ts';
import { isOpen } from '../rules/states.ts';
import { matterAggregate } from './aggregates.ts';
import type { StoredMatter } from './matter-row.ts';

export function mergeChange(
  input: ActionInput,
  matter: Matter,
  locked: readonly StoredMatter[],
  asking: Asking,
): Outcome<readonly Change[]> {
  if (input.action !== 'merge') return done([]);
  const target = locked.find((one) => one.matter.matterId === input.targetId);
  const fits =
    target !== undefined &&
    target.matter.matterId !== matter.matterId &&
    isOpen(target.matter.state) &&
    // Nobody joins what they do not see, and an accusation is joined to no other matter.
    (asking.kind !== 'person' || maySee(asking.grants, target.matter)) &&
    target.matter.accusedOrganisationId === matter.accusedOrganisationId;
  if (!fits) return refused({ code: 'matter.merge_target', field: 'targetId' });
  const { type, table, idColumn, authority } = matterAggregate;
  return done([
    {
      type,
      table,
      idColumn,
      authority,
      id: target.matter.matterId,
      before: { version: target.matter.version, auditHead: target.auditHead },
      kind: 'matter.joined',
      set: {},
      details: { from: matter.matterId, number: matter.number },
    },
  ]);
}
