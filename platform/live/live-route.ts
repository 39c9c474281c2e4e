/** `/api/live`: what happens, as it happens, within the scope of who listens. */
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type Exchange, type RawAnswer, type RawRoute, rawRoute } from '#platform/http/route.ts';
import type { Hub } from './hub.ts';
import { resumePosition } from './sse-frame.ts';

const live = endpoint({
  id: 'live.listen',
  method: 'GET',
  path: '/api/live',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Server-sent events, resumable by Last-Event-ID',
  query: z.object({ after: z.string().max(15).optional() }),
  media: 'text/event-stream',
  refusals: ['request.too_many'],
});

export function liveRoute(hub: Hub): RawRoute {
  return rawRoute(live, (_services, context, { query }, exchange) =>
    openStream(hub, context, exchange, query.after),
  );
}

/**
 * A stream for whoever asks, resumed where the browser says it was.
 * @param after a position as text, where the browser sends no Last-Event-ID
 */
export async function openStream(
  hub: Hub,
  context: Context,
  { sessionId, headers }: Exchange,
  after: string | undefined,
): Promise<Outcome<RawAnswer>> {
  if (sessionId === undefined) return refused({ code: 'access.sign_in_required' });
  const opened = await hub.open(
    context,
    sessionId,
    resumePosition(headers['last-event-id'] ?? after),
  );
  if (!opened.ok) return opened;
  return done({
    headers: {
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      // The connection ends with the stream: kept alive, it would hold up the server's closing.
      connection: 'close',
    },
    body: opened.value,
  });
}
