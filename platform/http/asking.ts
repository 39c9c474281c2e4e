/** From a request to its context: which tenant, who, in which language; and whether they may ask at all. */
import type { FastifyRequest } from 'fastify';
import { type Context, holds } from '#kernel/context.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { TenantId, WallId } from '#kernel/ids.ts';
import type { Services } from '#platform/services.ts';
import { HttpRefusal } from './http-refusal.ts';
import { chooseLocale } from './i18n.ts';
import type { SessionSource, TenantSource, WallSource } from './session-source.ts';

/** The tenant of public calls that name none: it has no rows. */
export const NOWHERE = '00000000-0000-0000-0000-000000000000' as TenantId;

export interface Asking {
  readonly context: Context;
  readonly sessionId: string | undefined;
}

export interface Sources {
  readonly sessions: SessionSource;
  readonly tenants: TenantSource;
  /** Without it no wall is let in. */
  readonly walls?: WallSource;
}

/** The id under which a wall's streams are kept and ended, beside those of people's sessions. */
export function wallSessionId(tenantId: TenantId, wallId: WallId): string {
  return `wall:${tenantId}:${wallId}`;
}

/** The wall whose id under which streams are kept it is; undefined for a person's session. */
export function wallOfSessionId(
  sessionId: string,
): { readonly tenantId: TenantId; readonly wallId: WallId } | undefined {
  const [kind, tenantId, wallId] = sessionId.split(':');
  if (kind !== 'wall' || tenantId === undefined || wallId === undefined) return undefined;
  return { tenantId: tenantId as TenantId, wallId: wallId as WallId };
}

/** @throws HttpRefusal where nobody is signed in, a role or factor is missing, or the tenant is unknown */
export async function whoAsks(
  services: Services,
  sources: Sources,
  endpoint: Endpoint,
  request: FastifyRequest,
): Promise<Asking> {
  const common = {
    clock: services.clock,
    ids: services.ids,
    locale: localeOf(request),
  };
  if (endpoint.audience === 'public') {
    const tenant = await publicTenant(sources.tenants, request);
    return { context: { ...common, ...tenant, actor: { kind: 'public' } }, sessionId: undefined };
  }
  const { headers, cookies } = request;
  if (endpoint.audience === 'wall') {
    const wall = await sources.walls?.findWall({ headers, cookies });
    if (wall === undefined) throw new HttpRefusal({ code: 'access.sign_in_required' });
    const { wallId, tenantId, timeZone, areaPath } = wall;
    const actor = { kind: 'wall', wallId, areaPath } as const;
    const sessionId = wallSessionId(tenantId, wallId);
    return { context: { ...common, tenantId, timeZone, actor }, sessionId };
  }
  // From here on only a person's session counts: a wall's cookie opens nothing else.
  const session = await sources.sessions.findSession({ headers, cookies });
  if (session === undefined) throw new HttpRefusal({ code: 'access.sign_in_required' });
  if (!session.complete) throw new HttpRefusal({ code: 'access.second_factor_required' });
  const { tenantId, timeZone, actor, sessionId } = session;
  if (endpoint.audience !== 'signed_in' && !holds(actor, ...endpoint.audience)) {
    throw new HttpRefusal({ code: 'access.not_allowed' });
  }
  return { context: { ...common, tenantId, timeZone, actor }, sessionId };
}

export function localeOf(request: FastifyRequest): Context['locale'] {
  return chooseLocale(request.cookies['lang'], request.headers['accept-language']);
}

async function publicTenant(
  tenants: TenantSource,
  request: FastifyRequest,
): Promise<{ tenantId: TenantId; timeZone: string }> {
  const slug = (request.params as Record<string, string | undefined>)['tenant'];
  if (slug === undefined) return { tenantId: NOWHERE, timeZone: 'Asia/Shanghai' };
  const tenant = await tenants.findTenant(slug);
  if (tenant === undefined) throw new HttpRefusal({ code: 'request.not_found', field: 'tenant' });
  return { tenantId: tenant.tenantId, timeZone: tenant.timeZone };
}
