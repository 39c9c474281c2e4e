/** Appointing, naming substitutes and ending both. */
import type { Actor, Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { AppointmentId, PersonId, PostId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Period } from '#kernel/period.ts';
import type { AggregateTable, Change, Decision } from '#platform/command/change.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type {
  appoint,
  endAppointment,
  endSubstitute,
  nameSubstitute,
  SubstituteId,
} from '../contract.ts';
import { mayEnd, mayHold } from '../rules/appointment.ts';
import { APPOINTMENT, SUBSTITUTE } from './aggregates.ts';
import { all, first, holdingOf, postOf, type TenureRow, tenureOf } from './rows.ts';
import { holdingsOf, lockAppointment, lockPerson, lockPost, lockSubstitute } from './statements.ts';
import { today } from './today.ts';

/** Somebody is to have a post for a period, for good or in the holder's stead. */
export interface Tenure {
  readonly postId: PostId;
  readonly personId: PersonId;
  readonly period: Period;
  readonly substitute: boolean;
}

const OVERLAP = { code: 'appointment.overlap', field: 'from' } as const;

/** What must be locked and read before somebody is given a post; `mayGive` reads the answers. */
export function beforeGiving(context: Context, { postId, personId }: Tenure): Statement[] {
  const { tenantId } = context;
  return [
    lockPost(tenantId, postId),
    lockPerson(tenantId, personId),
    holdingsOf(tenantId, personId),
  ];
}

/** Whether the actor may give the person the post. */
export function mayGive(
  context: Context,
  { personId, period, substitute }: Tenure,
  [posts, people, held]: readonly (Rows | undefined)[],
): Outcome<void> {
  const post = first(posts, postOf);
  if (!post) return refused({ code: 'post.unknown', field: 'postId' });
  if (people?.rows.length !== 1) return refused({ code: 'person.unknown', field: 'personId' });
  if (!reaches(context.actor, post.areaPath, 'security_admin')) {
    return refused({ code: 'access.not_allowed', field: 'postId' });
  }
  const askedBy = personOf(context.actor);
  return mayHold({ post, personId, period, substitute, askedBy }, all(held, holdingOf));
}

function personOf(actor: Actor): PersonId | undefined {
  return actor.kind === 'person' ? actor.personId : undefined;
}

/** The step with which a tenure begins. */
export function begun(
  table: AggregateTable,
  id: string,
  tenure: Tenure,
  details?: Change['details'],
): Change {
  const { postId, personId, period } = tenure;
  const { type, table: name, idColumn } = table;
  return {
    type,
    table: name,
    idColumn,
    id,
    kind: `${type}.begun`,
    set: { postId, personId, fromDay: period.from, toDay: period.to ?? null },
    ...(details !== undefined && { details }),
  };
}

/** The step with which a tenure ends on a day. */
export function ended(
  { type, table, idColumn }: AggregateTable,
  { id, version, auditHead }: TenureRow,
  on: string,
): Change {
  const before = { version, auditHead };
  return { type, table, idColumn, id, before, kind: `${type}.ended`, set: { toDay: on } };
}

export function giveAppointment(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof appoint>,
): Promise<Outcome<Answer<typeof appoint>>> {
  const { postId, personId } = body;
  const period = { from: body.from ?? today(context), to: body.to ?? null };
  const tenure: Tenure = { postId, personId, period, substitute: false };
  return command(services, context, {
    id: commandId,
    name: 'organisations.appoint',
    body,
    opening: beforeGiving(context, tenure),
    onConstraint: { appointments_no_overlap: OVERLAP },
    decide: (opened): Outcome<Decision<Answer<typeof appoint>>> => {
      const allowed = mayGive(context, tenure, opened);
      if (!allowed.ok) return allowed;
      const appointmentId = context.ids.next<AppointmentId>();
      return done({
        answer: { appointmentId, version: 1 },
        changes: [begun(APPOINTMENT, appointmentId, tenure)],
      });
    },
  });
}

export function giveSubstitution(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof nameSubstitute>,
): Promise<Outcome<Answer<typeof nameSubstitute>>> {
  const { postId, personId } = body;
  const period = { from: body.from ?? today(context), to: body.to };
  const tenure: Tenure = { postId, personId, period, substitute: true };
  return command(services, context, {
    id: commandId,
    name: 'organisations.name_substitute',
    body,
    opening: beforeGiving(context, tenure),
    onConstraint: { substitutes_no_overlap: OVERLAP },
    decide: (opened): Outcome<Decision<Answer<typeof nameSubstitute>>> => {
      const allowed = mayGive(context, tenure, opened);
      if (!allowed.ok) return allowed;
      const substituteId = context.ids.next<SubstituteId>();
      return done({
        answer: { substituteId, version: 1 },
        changes: [begun(SUBSTITUTE, substituteId, tenure)],
      });
    },
  });
}

export function stopAppointment(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof endAppointment>,
): Promise<Outcome<Answer<typeof endAppointment>>> {
  const { appointmentId } = params;
  return command(services, context, {
    id: commandId,
    name: 'organisations.end_appointment',
    body: { ...params, ...body },
    opening: [
      lockAppointment(context.tenantId, appointmentId),
      postOfTenure(context, 'appointments', 'appointment_id', appointmentId),
    ],
    decide: (opened) => decideEnd(context, APPOINTMENT, opened, body),
  });
}

export function stopSubstitution(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof endSubstitute>,
): Promise<Outcome<Answer<typeof endSubstitute>>> {
  const { substituteId } = params;
  return command(services, context, {
    id: commandId,
    name: 'organisations.end_substitute',
    body: { ...params, ...body },
    opening: [
      lockSubstitute(context.tenantId, substituteId),
      postOfTenure(context, 'substitutes', 'substitute_id', substituteId),
    ],
    decide: (opened) => decideEnd(context, SUBSTITUTE, opened, body),
  });
}

function postOfTenure(
  { tenantId }: Context,
  table: 'appointments' | 'substitutes',
  idColumn: 'appointment_id' | 'substitute_id',
  id: string,
): Statement {
  return {
    sql: `select p.* from posts p join ${table} t on t.tenant_id = p.tenant_id and t.post_id = p.post_id
      where t.tenant_id = $1 and t.${idColumn} = $2`,
    parameters: [tenantId, id],
  };
}

function decideEnd(
  context: Context,
  table: AggregateTable,
  [found, posts]: readonly (Rows | undefined)[],
  { version, on = today(context) }: { readonly version: number; readonly on?: string | undefined },
): Outcome<Decision<{ version: number }>> {
  const own = ownTenure(context, found, posts, version);
  if (!own.ok) return own;
  const allowed = mayEnd(own.value, on);
  if (!allowed.ok) return allowed;
  return done({
    answer: { version: own.value.version + 1 },
    changes: [ended(table, own.value, on)],
  });
}

/** The tenure, where it is there, in reach and as the person saw it. */
export function ownTenure(
  context: Context,
  found: Rows | undefined,
  posts: Rows | undefined,
  seen: number,
): Outcome<TenureRow> {
  const tenure = first(found, tenureOf);
  const post = first(posts, postOf);
  if (!tenure || !post) return refused({ code: 'appointment.unknown' });
  if (!reaches(context.actor, post.areaPath, 'security_admin')) {
    return refused({ code: 'access.not_allowed' });
  }
  const { auditHead: _, ...present } = tenure;
  const old = stale(seen, tenure, present);
  return old ? refused(old) : done(tenure);
}
