/** Sends one command and answers what was acknowledged; a fault is tried again with the same id. */
import { setTimeout as pause } from 'node:timers/promises';
import { act, report } from '#features/matters/server/public.ts';
import type { MatterId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { DatabaseError } from '#platform/database/database.ts';
import type { Acknowledged, Office, Sent } from './office.ts';

export async function send(office: Office, sent: Sent): Promise<Outcome<Acknowledged>> {
  const outcome = await carryOut(office, sent);
  if (!outcome.ok) return outcome;
  return { ok: true, value: { id: sent.id, ...outcome.value } };
}

/** @param onFault told of each fault of the database, which is then tried again */
export async function sendUntilAnswered(
  office: Office,
  sent: Sent,
  onFault: (code: string) => void,
): Promise<Outcome<Acknowledged>> {
  for (;;) {
    try {
      return await send(office, sent);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      onFault(error.code);
      await pause(50);
    }
  }
}

async function carryOut(
  { installation: { services }, as }: Office,
  { id, as: title, does }: Sent,
): Promise<Outcome<{ matterId: MatterId; version: number }>> {
  const context = as(title);
  if ('report' in does) {
    const reported = await report(services, context, id, lamp(does.report));
    if (!reported.ok) return reported;
    return { ok: true, value: { matterId: reported.value.matterId, version: 1 } };
  }
  return act(services, context, { commandId: id, ...does });
}

function lamp(description: string) {
  return {
    title: '',
    description,
    lng: 113.52,
    lat: 34.82,
    placeText: '巷口',
    photos: [],
    reporterName: '王某',
    reporterPhone: '13800138000',
    reporterShared: false,
    personal: false,
    source: 'portal' as const,
  };
}
