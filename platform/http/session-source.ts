/** Who asks: ports that `features/access` (sessions) and the tenants' table (slugs) fill. */
import type { Actor } from '#kernel/context.ts';
import type { TenantId, WallId } from '#kernel/ids.ts';

export interface AskingRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

export interface Session {
  readonly sessionId: string;
  readonly tenantId: TenantId;
  readonly timeZone: string;
  readonly actor: Extract<Actor, { kind: 'person' }>;
  /** False where a role of the person requires a second factor that was not given yet. */
  readonly complete: boolean;
}

export interface SessionSource {
  /** The session of the request, undefined where there is none that holds at this moment. */
  findSession(request: AskingRequest): Promise<Session | undefined>;
}

/** A paired wall, as it is allowed at this moment. */
export interface WallSession {
  readonly wallId: WallId;
  readonly tenantId: TenantId;
  readonly timeZone: string;
  readonly areaPath: string;
}

export interface WallSource {
  /** The wall whose device asks, undefined where it is not paired or no longer allowed. */
  findWall(request: AskingRequest): Promise<WallSession | undefined>;
}

export interface PublicTenant {
  readonly tenantId: TenantId;
  readonly slug: string;
  readonly timeZone: string;
}

export interface TenantSource {
  findTenant(slug: string): Promise<PublicTenant | undefined>;
}
