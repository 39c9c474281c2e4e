/** The entries of walls: what the screens ask, and what people at desks do about them. */
import type { Access } from '#features/access/server/public.ts';
import { type AnyRoute, rawRoute, route } from '#platform/http/route.ts';
import type { Hub } from '#platform/live/hub.ts';
import { openStream } from '#platform/live/live-route.ts';
import * as contract from '../../contract.ts';
import { allow, list, revoke, turn } from './manage-walls.ts';
import { board, shapes, showToPresenter } from './show-wall.ts';

export function wallRoutes(access: Access, hub: Hub): readonly AnyRoute[] {
  return [
    route(contract.wallBoard, board),
    route(contract.wallShapes, shapes),
    rawRoute(contract.wallLive, (_services, context, { query }, exchange) =>
      openStream(hub, context, exchange, query.after),
    ),
    route(contract.listWalls, list),
    route(contract.showWall, showToPresenter),
    route(contract.turnWall, turn),
    route(contract.allowWall, (services, context, input) =>
      allow(access, services, context, input),
    ),
    route(contract.revokeWall, revoke),
  ];
}
