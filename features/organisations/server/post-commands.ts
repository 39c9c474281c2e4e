/** Beginning and ending posts. */
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { PostId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { closePost, createPost } from '../contract.ts';
import { mayCarry } from '../rules/appointment.ts';
import { POST } from './aggregates.ts';
import { areaPathOf } from './organisation-commands.ts';
import { first, organisationOf, postOf } from './rows.ts';
import { findArea, holdersOf, lockOrganisation, lockPost } from './statements.ts';
import { today } from './today.ts';

export function beginPost(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof createPost>,
): Promise<Outcome<Answer<typeof createPost>>> {
  const { tenantId, ids, actor } = context;
  return command(services, context, {
    id: commandId,
    name: 'organisations.create_post',
    body,
    opening: [lockOrganisation(tenantId, body.organisationId), findArea(tenantId, body.areaId)],
    onConstraint: { posts_code_key: { code: 'organisation.code_taken', field: 'code' } },
    decide: ([found, areas]) => {
      const organisation = first(found, organisationOf);
      if (!organisation) return refused({ code: 'organisation.unknown', field: 'organisationId' });
      if (organisation.closedOn) return refused({ code: 'organisation.closed' });
      const areaPath = body.areaId ? areaPathOf(areas) : organisation.areaPath;
      if (areaPath === undefined) {
        return refused({ code: 'organisation.area_unknown', field: 'areaId' });
      }
      const inReach = [organisation.areaPath, areaPath].every((path) =>
        reaches(actor, path, 'system_admin'),
      );
      if (!inReach) return refused({ code: 'access.not_allowed', field: 'areaId' });
      const roles = [...new Set(body.roles)].sort();
      const separate = mayCarry(roles);
      if (!separate.ok) return separate;
      const postId = ids.next<PostId>();
      const set = {
        organisationId: body.organisationId,
        title: body.title,
        code: body.code ?? null,
        roles,
        areaId: body.areaId ?? organisation.areaId,
        areaPath,
        rank: body.rank,
        closedOn: null,
      };
      return done({
        answer: { postId, version: 1 },
        changes: [{ ...POST, id: postId, kind: 'post.created', set }],
      });
    },
  });
}

export function endPost(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof closePost>,
): Promise<Outcome<Answer<typeof closePost>>> {
  const { tenantId, actor } = context;
  const on = body.on ?? today(context);
  return command(services, context, {
    id: commandId,
    name: 'organisations.close_post',
    body: { ...params, ...body },
    opening: [lockPost(tenantId, params.postId), holdersOf(tenantId, params.postId, on)],
    decide: ([found, counted]) => {
      const post = first(found, postOf);
      if (!post) return refused({ code: 'post.unknown' });
      if (!reaches(actor, post.areaPath, 'system_admin')) {
        return refused({ code: 'access.not_allowed' });
      }
      const { auditHead, ...present } = post;
      const old = stale(body.version, post, present);
      if (old) return refused(old);
      if (post.closedOn) return refused({ code: 'post.closed' });
      const holders = first(counted, (row) => Number(row['holders'])) ?? 0;
      if (holders > 0) return refused({ code: 'post.still_held', detail: { holders } });
      const { postId: id, version } = post;
      return done({
        answer: { version: version + 1 },
        changes: [
          {
            ...POST,
            id,
            before: { version, auditHead },
            kind: 'post.closed',
            set: { closedOn: on },
          },
        ],
      });
    },
  });
}
