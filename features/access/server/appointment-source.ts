/**
 * Port: which posts a person holds on a day. Organisations know it; access asks.
 * Statements and reading are apart, so that access sends them in its own flight.
 */
import type { Grant } from '#kernel/context.ts';
import type { OrganisationId, PersonId, PostId, TenantId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import type { Rows, Statement } from '#platform/database/database.ts';

export interface HeldPost {
  readonly postId: PostId;
  readonly title: string;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly areaPath: string;
  readonly roles: readonly Role[];
  /** True where the person stands in for the holder. */
  readonly substitute: boolean;
}

export interface PersonHoldings {
  readonly name: string;
  readonly posts: readonly HeldPost[];
}

export interface AppointmentSource {
  /** @param day legal day of the tenant, `YYYY-MM-DD` */
  statements(tenantId: TenantId, personId: PersonId, day: string): readonly Statement[];
  /** The answers of `statements`, in order; undefined where the person is not (or no longer) there. */
  read(answers: readonly Rows[]): PersonHoldings | undefined;
}

/** One grant for each role of each post. */
export function grantsOfPosts(posts: readonly HeldPost[]): readonly Grant[] {
  return posts.flatMap(({ roles, postId, organisationId, areaPath, substitute }) =>
    roles.map((role) => ({ role, postId, organisationId, areaPath, substitute })),
  );
}
