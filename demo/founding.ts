/** Founds the units of a place with their posts and the people who hold them, by the same commands the screens use. */
import {
  addPerson,
  beginPost,
  createOrganisation,
  giveAppointment,
  tellContact,
} from '#features/organisations/server/public.ts';
import type { Context, Grant } from '#kernel/context.ts';
import type { AreaId, CommandId, OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Role } from '#kernel/role.ts';
import type { Services } from '#platform/services.ts';

export interface AreaOf {
  readonly areaId: AreaId;
  readonly areaPath: string;
}

export interface UnitPlan {
  readonly name: string;
  readonly kind: Parameters<typeof createOrganisation>[2]['body']['kind'];
  readonly area: AreaOf;
  readonly parent?: OrganisationId;
  readonly posts: readonly PostPlan[];
  /** How residents reach it; not told where absent. */
  readonly contact?: {
    readonly phone: string;
    readonly address: string;
    readonly hours: string;
  };
}

export interface PostPlan {
  readonly title: string;
  readonly roles: readonly Role[];
  readonly rank: number;
  /** Name of the person who holds it; nobody where absent. */
  readonly holder?: string;
  /** Code of that person, where it must be found again. */
  readonly code?: string;
}

export interface FoundedPost {
  readonly postId: PostId;
  readonly title: string;
  readonly personId: PersonId | undefined;
  readonly name: string;
  readonly grants: readonly Grant[];
}

export interface FoundedUnit {
  readonly organisationId: OrganisationId;
  readonly areaPath: string;
  readonly posts: readonly FoundedPost[];
}

/** @param from legal day from which the holders are appointed */
export async function foundUnit(
  services: Services,
  context: Context,
  plan: UnitPlan,
  from: string,
): Promise<FoundedUnit> {
  const { areaId, areaPath } = plan.area;
  const { organisationId } = await sure(
    createOrganisation(services, context, {
      ...nothing(context),
      body: {
        kind: plan.kind,
        name: plan.name,
        areaId,
        openedOn: from,
        ...(plan.parent && { parentId: plan.parent }),
      },
    }),
  );
  if (plan.contact !== undefined) {
    await sure(
      tellContact(services, context, {
        ...nothing(context),
        params: { organisationId },
        body: { version: 1, ...plan.contact },
      }),
    );
  }
  const posts: FoundedPost[] = [];
  for (const post of plan.posts) {
    posts.push(await foundPost(services, context, { organisationId, areaPath, post, from }));
  }
  return { organisationId, areaPath, posts };
}

interface Founding {
  readonly organisationId: OrganisationId;
  readonly areaPath: string;
  readonly post: PostPlan;
  readonly from: string;
}

async function foundPost(
  services: Services,
  context: Context,
  { organisationId, areaPath, post, from }: Founding,
): Promise<FoundedPost> {
  const { title, roles, rank, holder, code } = post;
  const { postId } = await sure(
    beginPost(services, context, {
      ...nothing(context),
      body: { organisationId, title, roles: [...roles], rank },
    }),
  );
  const grants = roles.map((role) => ({
    role,
    postId,
    organisationId,
    areaPath,
    substitute: false,
  }));
  if (holder === undefined) return { postId, title, personId: undefined, name: '', grants };
  const { personId } = await sure(
    addPerson(services, context, {
      ...nothing(context),
      body: { name: holder, ...(code && { code }) },
    }),
  );
  await sure(
    giveAppointment(services, context, { ...nothing(context), body: { postId, personId, from } }),
  );
  return { postId, title, personId, name: holder, grants };
}

function nothing(context: Context) {
  return { params: undefined, query: undefined, commandId: context.ids.next<CommandId>() };
}

/** The value of what cannot be refused here; a refusal is a defect of the plan. */
export async function sure<T>(outcome: Promise<Outcome<T>> | Outcome<T>): Promise<T> {
  const answered = await outcome;
  if (answered.ok) return answered.value;
  throw new Error(`refused: ${JSON.stringify(answered.refusal)}`);
}
