/** Puts the server together and lets it listen; used by the command, by tests and by the bench. */
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ASSETS_PATH, readAssets } from '#apps/portal/routes.ts';
import {
  type Access,
  createAccess,
  renewSession,
  sessionSource,
  tenantsTable,
} from '#features/access/server/public.ts';
import { accountHolders } from '#features/imports/server/public.ts';
import { renewWall, wallSource } from '#features/matters/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import { pageScript } from '#features/relocation/server/public.ts';
import type { BasemapSetting } from '#platform/basemap/basemap-setting.ts';
import { openBasemap } from '#platform/basemap/open-basemap.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { createApp } from '#platform/http/app.ts';
import { wallOfSessionId } from '#platform/http/asking.ts';
import { createHub, type Hub } from '#platform/live/hub.ts';
import { createPresence } from '#platform/live/presence.ts';
import { serveBasemap } from './basemap-tiles.ts';
import { serveDesk, serveWall } from './desk-files.ts';
import { frontDoor } from './front-door.ts';
import type { Installation } from './services.ts';
import { allRoutes, liveSources } from './wiring.ts';
import { startWork, type Work } from './work.ts';

export interface RunningServer {
  readonly app: FastifyInstance;
  readonly access: Access;
  readonly work: Work;
  /** `http://127.0.0.1:8080`. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly port: number;
  /** `127.0.0.1` unless said otherwise. */
  readonly host?: string;
  readonly version: string;
  /** Scheme and host as people reach it, where a proxy stands before the server. */
  readonly origin?: string | undefined;
  /** Checks answers against their contracts: in development and tests. */
  readonly checkAnswers?: boolean;
  readonly publicCommandsPerMinute?: number;
  readonly onFault?: (fault: unknown, doing: string) => void;
  /** What maps stand on. */
  readonly basemap?: BasemapSetting | undefined;
  /** Folder of what was built of desk and portal; `dist` unless said otherwise. */
  readonly built?: string;
}

export async function startServer(
  installation: Installation,
  options: StartOptions,
): Promise<RunningServer> {
  const { services } = installation;
  const onFault = options.onFault ?? (() => undefined);
  const built = options.built ?? join(ROOT, 'dist');
  const tenants = tenantsTable(services);
  const access = createAccess(services, {
    appointments: appointmentSource,
    tenants,
    rememberPeople: true,
    secureCookies: options.origin?.startsWith('https:') === true,
  });
  const hub = await openHub(installation, access, onFault);
  const presence = await createPresence({
    database: services.database,
    now: () => services.clock.now(),
    changed: (tenantId, thing, people) => hub.whisper(tenantId, people, 'presence', { thing }),
  });
  const app = await createApp(services, {
    routes: allRoutes(access, hub, presence, {
      assets: readAssets(ROOT, join(built, 'portal')),
      statementScript: pageScript(built) ?? '',
      ...(options.origin && { origin: options.origin }),
    }),
    sessions: sessionSource(access),
    tenants,
    walls: wallSource(access),
    version: options.version,
    trustProxy: options.origin !== undefined,
    checkAnswers: options.checkAnswers ?? false,
    ...(options.publicCommandsPerMinute !== undefined && {
      publicCommandsPerMinute: options.publicCommandsPerMinute,
    }),
  });
  await app.register(fastifyStatic, {
    root: join(built, 'portal'),
    prefix: ASSETS_PATH,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
  });
  const basemap = options.basemap && (await openBasemap(options.basemap));
  serveBasemap(app, { basemap, translate: services.translate, onFault });
  await serveDesk(app, join(built, 'web'));
  await serveWall(app, join(built, 'wall'));
  frontDoor(app, services.database);
  const work = await startWork(
    installation,
    { appointments: appointmentSource, holders: accountHolders(access) },
    onFault,
  );
  const origin = await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  return {
    app,
    access,
    work,
    origin,
    close: async () => {
      await presence.stop();
      await hub.stop();
      await app.close();
      await work.stop();
      await services.waker.idle();
      await basemap?.close();
      await services.database.close();
    },
  };
}

function openHub(
  { services }: Installation,
  access: Access,
  onFault: (fault: unknown, doing: string) => void,
): Promise<Hub> {
  const { database, clock, ids } = services;
  return createHub({
    database,
    sources: liveSources(database),
    onFault: (fault) => onFault(fault, 'live events'),
    renew: async (sessionId) => {
      const common = { clock, ids, locale: 'zh' } as const;
      const wall = wallOfSessionId(sessionId);
      if (wall !== undefined) {
        const renewed = await renewWall(access, wall.tenantId, wall.wallId);
        if (renewed === undefined) return undefined;
        const { tenantId, timeZone, wallId, areaPath } = renewed;
        return { ...common, tenantId, timeZone, actor: { kind: 'wall', wallId, areaPath } };
      }
      const session = await renewSession(access, sessionId);
      if (session === undefined) return undefined;
      const { tenantId, timeZone, actor } = session;
      return { ...common, tenantId, timeZone, actor };
    },
  });
}
