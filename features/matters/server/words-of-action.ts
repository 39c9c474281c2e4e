/**
 * The free words of a step: masked, kept beside the chain (which holds a
 * commitment) so that lawful erasure is possible.
 */
import type { Context } from '#kernel/context.ts';
import type { Statement } from '#platform/database/database.ts';
import { maskFreeText } from '#platform/protection/masks.ts';
import type { Services } from '#platform/services.ts';
import type { ActionInput } from '../contract.ts';
import type { Matter } from '../rules/matter.ts';
import { TRANSITIONS } from '../rules/transitions.ts';

export interface Words {
  readonly body: string;
  /** Shown to the reporter. */
  readonly told: boolean;
  /** Shown to supervision alone. */
  readonly confidential: boolean;
}

export function wordsOfAction(input: ActionInput, _matter: Matter): Words | undefined {
  const body = maskFreeText(bodyOf(input));
  if (body === '') return undefined;
  const told = input.action === 'comment' ? input.told : TRANSITIONS[input.action].told;
  return { body, told: told || isReporters(input), confidential: isOfComplaint(input) };
}

function bodyOf(input: ActionInput): string {
  if ('reason' in input) return input.reason;
  if ('text' in input) return input.text;
  if ('note' in input) return input.note;
  return '';
}

/** A complaint and its answer are between the reporter and who did not handle. */
function isOfComplaint({ action }: ActionInput): boolean {
  return action === 'complain' || action === 'answer_complaint';
}

/** What the reporter wrote stays readable to the reporter. */
function isReporters(input: ActionInput): boolean {
  return ['evaluate', 'withdraw', 'reopen', 'complain'].includes(input.action);
}

/** What the event itself tells beside the columns; nothing of it is free text. */
export function shownWords(input: ActionInput): Record<string, string | boolean | number> {
  switch (input.action) {
    case 'reject':
      return { class: input.class };
    case 'settle_dispute':
      return { upheld: input.upheld };
    case 'decide_extension':
      return { granted: input.granted };
    case 'request_extension':
      return { until: input.until };
    case 'shelve':
      return { reviewOn: input.reviewOn };
    case 'dispatch':
    case 'transfer':
      return { toOrganisationId: input.organisationId };
    default:
      return {};
  }
}

/** What the chain holds of words that stand in this column. */
export function commitmentOf(
  services: Pick<Services, 'protection'>,
  context: Context,
  column: 'matters.title' | 'matters.description' | 'matters.place_text' | 'matter_texts.body',
  text: string,
): string {
  return services.protection.commitText(context.tenantId, column, text);
}

export function wordsRow(
  tenantId: string,
  matterId: string,
  version: number,
  words: Words,
): Statement {
  return {
    sql: `insert into matter_texts (tenant_id, matter_id, version, body, told, confidential)
      values ($1, $2, $3, $4, $5, $6)`,
    parameters: [tenantId, matterId, version, words.body, words.told, words.confidential],
  };
}
