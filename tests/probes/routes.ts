/** All routes that the server registers, for probes that need nothing beside the database. */
import { allRoutes } from '#apps/server/wiring.ts';
import type { Access } from '#features/access/server/public.ts';
import { refused } from '#kernel/outcome.ts';
import type { AnyRoute } from '#platform/http/route.ts';
import type { Hub } from '#platform/live/hub.ts';
import type { Presence } from '#platform/live/presence.ts';

/** Nobody is let in: what the stream tells whom is tested beside it. */
const closedHub = { open: async () => refused({ code: 'request.too_many' }) } as unknown as Hub;

/** Nobody else is ever there: who sees whom is tested in presence.test.ts. */
const nobodyElse: Presence = {
  look: async () => [],
  leave: async () => undefined,
  stop: async () => undefined,
};

export const routesOf = (access: Access): readonly AnyRoute[] =>
  allRoutes(access, closedHub, nobodyElse, {
    assets: { style: '/portal/style.css', script: '/portal/script.js' },
    statementScript: 'void 0;',
  });
