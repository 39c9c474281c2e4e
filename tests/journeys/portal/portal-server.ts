/** The portal on its real frame (platform/http), with a small place behind it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { build } from 'vite';
import { publicMap } from '#features/matters/contract.ts';
import type { TenantId } from '#kernel/ids.ts';
import { uuidV7 } from '#kernel/ids.ts';
import { createApp } from '#platform/http/app.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { route } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import { ASSETS_PATH, portalRoutes, readAssets } from '../../../apps/portal/routes.ts';
import { serveBasemap } from '../../../apps/server/basemap-tiles.ts';
import { NOW, type SmallPlace, smallPlace } from './small-place.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface PortalServer {
  readonly address: string;
  readonly place: SmallPlace;
  /** Folder of the built style and scripts. */
  readonly assets: string;
  close(): Promise<void>;
}

/** Built once for all journeys of a run of this file. */
async function buildAssets(folder: string): Promise<void> {
  await build({
    configFile: join(ROOT, 'apps', 'portal', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
}

export async function startPortal(): Promise<PortalServer> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-'));
  await buildAssets(folder);
  const place = smallPlace();
  const app = await createApp(services(), {
    routes: [
      ...portalRoutes({ ports: place.ports, assets: readAssets(ROOT, folder) }),
      route(publicMap, place.ports.publicMap),
    ],
    version: '0.0.0',
    checkAnswers: true,
    publicCommandsPerMinute: 10_000,
    sessions: { findSession: async () => undefined },
    tenants: {
      findTenant: async (slug) =>
        slug === 'tongbai'
          ? { tenantId: 'tongbai' as TenantId, slug, timeZone: 'Asia/Shanghai' }
          : undefined,
    },
  });
  await app.register(fastifyStatic, { root: folder, prefix: ASSETS_PATH });
  const { translate } = services();
  serveBasemap(app, { basemap: undefined, translate, onFault: () => undefined });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address: `${address}/t/tongbai`,
    place,
    assets: folder,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What the portal's own routes use of the services: the clock, the ids and the sentences. */
function services(): Services {
  let made = 0;
  const parts: Pick<Services, 'clock' | 'ids' | 'translate'> = {
    translate: loadTexts(ROOT),
    clock: { now: () => NOW },
    ids: {
      next: <T>() => {
        made += 1;
        const random = new Uint8Array(10);
        new DataView(random.buffer).setUint32(6, made);
        return uuidV7(NOW, random) as T;
      },
    },
  };
  return parts as Services;
}
