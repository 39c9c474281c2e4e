import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountId, PersonId, TenantId } from '#kernel/ids.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { createApp } from '#platform/http/app.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { relayTenant } from '#platform/outbox/relay.ts';
import type { Services } from '#platform/services.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import {
  contextOf,
  ids,
  makeThing,
  makeThings,
  platformMigrations,
  type World,
  worldOn,
} from '#tests/worlds/things.ts';
import { createHub, type Hub } from './hub.ts';
import { liveRoute } from './live-route.ts';
import { liveSource } from './live-source.ts';

describe.each(engines.slice(0, 1))('/api/live', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  const tenantId = ids.next<TenantId>();
  let world: World;
  let hub: Hub;
  let app: FastifyInstance;
  let origin: string;

  beforeAll(async () => {
    await makeThings(database());
    world = worldOn(database());
    hub = await createHub({
      database: database(),
      sources: [
        liveSource({
          type: 'thing',
          facts: async () => new Map(),
          mayHear: () => true,
          message: () => '事',
        }),
      ],
      renew: async () => undefined,
      onFault: (fault) => {
        throw fault;
      },
    });
    const services = {
      ...world,
      ids,
      translate: loadTexts(ROOT),
    } as unknown as Services;
    app = await createApp(services, {
      routes: [liveRoute(hub)],
      sessions: {
        findSession: async ({ cookies }) =>
          cookies['session'] === undefined
            ? undefined
            : {
                sessionId: cookies['session'],
                tenantId,
                timeZone: 'Asia/Shanghai',
                complete: true,
                actor: {
                  kind: 'person',
                  personId: ids.next<PersonId>(),
                  accountId: ids.next<AccountId>(),
                  name: 'Tester',
                  grants: [],
                },
              },
      },
      tenants: { findTenant: async () => undefined },
      version: '0.0.0',
      checkAnswers: true,
    });
    origin = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await hub.stop();
    await app.close();
  });

  const listen = (headers: Record<string, string>, signal?: AbortSignal): Promise<Response> =>
    fetch(`${origin}/api/live`, { headers, ...(signal && { signal }) });
  const readUntil = async (answer: Response, wanted: string): Promise<string> => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes(wanted)) return text;
    }
    throw new Error(`the stream ended without ${wanted}: ${text}`);
  };
  const happens = async (): Promise<void> => {
    await makeThing(world, contextOf(tenantId));
    await relayTenant(world, tenantId);
  };

  it('is for who is signed in', async () => {
    expect((await listen({})).status).toBe(401);
  });

  it('opens no stream for who asks for its head only', async () => {
    const answer = await fetch(`${origin}/api/live`, {
      method: 'HEAD',
      headers: { cookie: 'session=h' },
    });
    expect([answer.status, hub.listeners]).toEqual([404, 0]);
  });

  it('streams to a browser as it happens, uncompressed, and resumes by Last-Event-ID', async () => {
    const answer = await listen({ cookie: 'session=a', 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('content-encoding')).toBeNull();
    await happens();
    expect(await readUntil(answer, 'thing.made')).toContain('id: 1\nevent: thing.made\ndata: "事"');
    await happens();
    const again = await listen({ cookie: 'session=a', 'last-event-id': '1' });
    expect(await readUntil(again, 'thing.made')).toContain('id: 2\nevent: thing.made');
  });

  it('forgets who hangs up', async () => {
    const controller = new AbortController();
    const answer = await listen({ cookie: 'session=b' }, controller.signal);
    const before = hub.listeners;
    expect(answer.ok).toBe(true);
    controller.abort();
    await expect.poll(() => hub.listeners, { timeout: 10_000 }).toBeLessThan(before);
  });

  it('ends for a session that is revoked', async () => {
    const answer = await listen({ cookie: 'session=c' });
    const read = readUntil(answer, 'event: end');
    await hub.revoke('c');
    expect(await read).toContain('"revoked"');
  });
});
