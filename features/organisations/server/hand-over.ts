/**
 * A post changes hands: one appointment ends, another begins, and everything
 * open of the post passes on, all in one transaction.
 */
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { AppointmentId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Decision } from '#platform/command/change.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { handOver } from '../contract.ts';
import { mayEnd } from '../rules/appointment.ts';
import { APPOINTMENT } from './aggregates.ts';
import {
  beforeGiving,
  begun,
  ended,
  mayGive,
  ownTenure,
  type Tenure,
} from './appointment-commands.ts';
import type { HandedOver, HandOver, OpenWorkSource } from './open-work-source.ts';
import { first, tenureOf } from './rows.ts';
import { lockAppointment } from './statements.ts';
import { today } from './today.ts';

type Input = CommandInput<typeof handOver>;
type Answered = Answer<typeof handOver>;

/** Answers before those of the sources: the appointment, then what `beforeGiving` asks. */
const OWN_ANSWERS = 4;

export async function handOverPost(
  services: CommandServices,
  sources: readonly OpenWorkSource[],
  context: Context,
  input: Input,
): Promise<Outcome<Answered>> {
  const { params, body, commandId } = input;
  // Post and person of an appointment never change, so they may be read before the lock.
  const [found] = await services.database.read(
    context.tenantId,
    findAppointment(context, params.appointmentId),
  );
  const leaving = first(found, tenureOf);
  if (!leaving) return refused({ code: 'appointment.unknown' });
  const { postId, personId: from } = leaving;
  const hand: HandOver = { postId, from, to: body.personId };
  const period = { from: today(context), to: body.to ?? null };
  const tenure: Tenure = { postId, personId: body.personId, period, substitute: false };
  const asked = sources.map((source) => source.lockOpen(context.tenantId, hand));
  return command(services, context, {
    id: commandId,
    name: 'organisations.hand_over',
    body: { ...params, ...body },
    opening: [
      lockAppointment(context.tenantId, params.appointmentId),
      ...beforeGiving(context, tenure),
      ...asked.flat(),
    ],
    onConstraint: { appointments_no_overlap: { code: 'appointment.overlap', field: 'personId' } },
    decide: (opened) => {
      const answers = answersBySource(asked, opened.slice(OWN_ANSWERS));
      const passed = sources.map((source, at) => source.handOver(context, hand, answers[at] ?? []));
      return decide(context, { input, tenure, opened, passed });
    },
  });
}

interface Deciding {
  readonly input: Input;
  readonly tenure: Tenure;
  readonly opened: readonly Rows[];
  readonly passed: readonly HandedOver[];
}

function decide(
  context: Context,
  { input, tenure, opened, passed }: Deciding,
): Outcome<Decision<Answered>> {
  const [found, ...given] = opened;
  const own = ownTenure(context, found, given[0], input.body.version);
  if (!own.ok) return own;
  const leaving = own.value;
  const on = tenure.period.from;
  const gone = leaving.to !== null && leaving.to <= on;
  const ending: Outcome<void> = gone
    ? refused({ code: 'appointment.period' })
    : mayEnd(leaving, on);
  if (!ending.ok) return ending;
  const allowed = mayGive(context, tenure, given);
  if (!allowed.ok) return allowed;
  const appointmentId = context.ids.next<AppointmentId>();
  return done({
    answer: {
      appointmentId,
      version: 1,
      handedOver: passed.map(({ kind, count }) => ({ kind, count })),
    },
    changes: [
      ended(APPOINTMENT, leaving, on),
      begun(APPOINTMENT, appointmentId, tenure, { after: leaving.id }),
      ...passed.flatMap((each) => each.changes),
    ],
    also: passed.flatMap((each) => each.also ?? []),
  });
}

/** Deals the answers out to the sources that asked for them. */
function answersBySource(
  asked: readonly (readonly Statement[])[],
  answers: readonly Rows[],
): readonly (readonly Rows[])[] {
  let from = 0;
  return asked.map((statements) => {
    const own = answers.slice(from, from + statements.length);
    from += statements.length;
    return own;
  });
}

function findAppointment({ tenantId }: Context, id: string): Statement {
  return {
    sql: `select appointment_id as id, version, audit_head, post_id, person_id, from_day, to_day
      from appointments where tenant_id = $1 and appointment_id = $2`,
    parameters: [tenantId, id],
  };
}
