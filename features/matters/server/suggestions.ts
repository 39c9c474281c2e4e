/** Suggestions about the system itself: sent by anybody, answered by the system administrator, shown to whom they came from. */
import { sql } from 'kysely';
import { type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { CommandId, PersonId, SuggestionId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { maskFreeText } from '#platform/protection/masks.ts';
import type { Services } from '#platform/services.ts';
import type {
  answerSuggestion,
  followSuggestion,
  listSuggestions,
  ownSuggestions,
  StoredSuggestion,
  suggest,
  suggestAsStaff,
} from '../contract.ts';
import { suggestionAggregate } from './aggregates.ts';
import { followHash, newFollowKey, numberFor } from './reporter.ts';

const SHOWN = 200;

type Row = Readonly<Record<string, unknown>>;

export async function sendSuggestion(
  services: Services,
  context: Context,
  { body, commandId }: Pick<CommandInput<typeof suggest>, 'body' | 'commandId'>,
): Promise<Outcome<Answer<typeof suggest>>> {
  const followKey = newFollowKey();
  return send(services, context, { commandId, text: body.text, personId: null, followKey });
}

export async function sendStaffSuggestion(
  services: Services,
  context: Context,
  { body, commandId }: Pick<CommandInput<typeof suggestAsStaff>, 'body' | 'commandId'>,
): Promise<Outcome<Answer<typeof suggestAsStaff>>> {
  const personId = personOf(context);
  if (personId === undefined) return refused({ code: 'access.not_allowed' });
  const sent = await send(services, context, {
    commandId,
    text: body.text,
    personId,
    followKey: null,
  });
  return sent.ok ? done({ number: sent.value.number }) : sent;
}

interface Sent {
  readonly commandId: CommandId;
  readonly text: string;
  readonly personId: PersonId | null;
  readonly followKey: string | null;
}

function send(
  services: Services,
  context: Context,
  { commandId, text, personId, followKey }: Sent,
): Promise<Outcome<{ readonly number: string; readonly followKey: string }>> {
  const sentAt = instantNow(context.clock);
  const number = `S${numberFor(context, sentAt)}`;
  const change: Change = {
    ...stepOf(context.ids.next<SuggestionId>(), 'suggestion.send'),
    set: { number, personId, sentAt, answeredAt: null },
    protected: { body: words(services, context, 'suggestions.body', text), answer: null },
    derived: { followHash: followKey === null ? null : followHash(followKey) },
  };
  return command(services, context, {
    id: commandId,
    name: 'matters.suggest',
    body: { text },
    opening: [],
    decide: () => done({ answer: { number, followKey: followKey ?? '' }, changes: [change] }),
    onConstraint: {
      suggestions_tenant_id_number_key: { code: 'matter.number_taken' },
      suggestions_tenant_id_person_id_fkey: { code: 'person.unknown' },
    },
  });
}

export function answerOneSuggestion(
  services: Services,
  context: Context,
  { params, body, commandId }: CommandInput<typeof answerSuggestion>,
): Promise<Outcome<Answer<typeof answerSuggestion>>> {
  const { tenantId } = context;
  const { suggestionId } = params;
  return command<Answer<typeof answerSuggestion>>(services, context, {
    id: commandId,
    name: 'matters.answer_suggestion',
    body: { suggestionId, ...body },
    opening: [
      compile(sql`
        select version, audit_head from suggestions
        where tenant_id = ${tenantId} and suggestion_id = ${suggestionId} for update`),
    ],
    decide: ([found]) => {
      const row = found?.rows[0];
      if (row === undefined) return refused({ code: 'suggestion.unknown' });
      const before = {
        version: row['version'] as number,
        auditHead: row['audit_head'] as string,
      };
      const conflict = stale(body.version, before, { version: before.version });
      if (conflict !== undefined) return refused(conflict);
      const change: Change = {
        ...stepOf(suggestionId, 'suggestion.answer'),
        before,
        set: { answeredAt: instantNow(context.clock) },
        protected: { answer: words(services, context, 'suggestions.answer', body.text) },
      };
      return done({ answer: { version: before.version + 1 }, changes: [change] });
    },
  });
}

export async function readSuggestion(
  services: Services,
  context: Context,
  { body }: Pick<Input<typeof followSuggestion>, 'body'>,
): Promise<Outcome<Answer<typeof followSuggestion>>> {
  const { tenantId } = context;
  const [found] = await services.database.read(
    tenantId,
    compile(sql`
      select number, body, sent_at, answer, answered_at from suggestions
      where tenant_id = ${tenantId} and number = ${body.number.toUpperCase()}
        and follow_hash = ${followHash(body.key)}`),
  );
  const row = found?.rows[0];
  return row === undefined ? refused({ code: 'suggestion.unknown' }) : done(shown(row));
}

export async function readOwnSuggestions(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof ownSuggestions>>> {
  const personId = personOf(context);
  if (personId === undefined) return done({ items: [] });
  const { tenantId } = context;
  const [found] = await services.database.read(
    tenantId,
    compile(sql`
      select number, body, sent_at, answer, answered_at from suggestions
      where tenant_id = ${tenantId} and person_id = ${personId}
      order by sent_at desc, suggestion_id desc limit ${SHOWN}`),
  );
  return done({ items: (found?.rows ?? []).map(shown) });
}

/** Whoever answers learns whether staff or the public said it, and not who. */
export async function readSuggestions(
  services: Services,
  { tenantId }: Context,
): Promise<Outcome<Answer<typeof listSuggestions>>> {
  const [found] = await services.database.read(
    tenantId,
    compile(sql`
      select suggestion_id, version, number, body, sent_at, answer, answered_at,
        person_id is not null as by_staff
      from suggestions where tenant_id = ${tenantId}
      order by (answered_at is not null), sent_at desc, suggestion_id desc limit ${SHOWN}`),
  );
  return done({
    items: (found?.rows ?? []).map(
      (row): StoredSuggestion => ({
        ...shown(row),
        suggestionId: row['suggestion_id'] as SuggestionId,
        version: row['version'] as number,
        from: row['by_staff'] === true ? 'staff' : 'public',
      }),
    ),
  });
}

function shown(row: Row): Answer<typeof followSuggestion> {
  return {
    number: row['number'] as string,
    text: row['body'] as string,
    sentAt: row['sent_at'] as string,
    answer: (row['answer'] as string | null) ?? '',
    answeredAt: row['answered_at'] as string | null,
  };
}

function stepOf(
  id: SuggestionId,
  kind: string,
): Pick<Change, 'type' | 'table' | 'idColumn' | 'authority' | 'id' | 'kind'> {
  const { type, table, idColumn, authority } = suggestionAggregate;
  return { type, table, idColumn, authority, id, kind };
}

/** Masked, in the clear beside the chain, which holds the commitment. */
function words(
  { protection }: Services,
  { tenantId }: Context,
  column: 'suggestions.body' | 'suggestions.answer',
  text: string,
) {
  const masked = maskFreeText(text);
  return { ciphertext: masked, commitment: protection.commitText(tenantId, column, masked) };
}

function personOf({ actor }: Context): PersonId | undefined {
  return actor.kind === 'person' ? actor.personId : undefined;
}
