/**
 * Changing what the place says of a category: its limits, the list of duties,
 * whose duty it is. Each is a step in the category's chain of events; matters
 * under way keep the limits they were given.
 */
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { CategoryId, CommandId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Json } from '#platform/audit/canonical.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { changeDuty, setCommunityDuty, setLimit } from '../contract.ts';
import { categoryAggregate } from './aggregates.ts';

interface Keeping {
  readonly name: string;
  readonly commandId: CommandId;
  readonly categoryId: CategoryId;
  readonly body: { readonly version: number };
  /** Read beside the category. */
  readonly also?: readonly Statement[];
  readonly decide: (also: readonly Rows[]) => Outcome<Kept>;
}

interface Kept {
  readonly kind: string;
  readonly set?: Readonly<Record<string, Json>>;
  readonly details?: Json;
  readonly also?: readonly Statement[];
}

function keep(
  services: CommandServices,
  context: Context,
  keeping: Keeping,
): Promise<Outcome<{ version: number }>> {
  const { tenantId, actor } = context;
  const { name, commandId, categoryId, body } = keeping;
  return command(services, context, {
    id: commandId,
    name,
    body: { categoryId, ...body },
    opening: [
      {
        sql: `select version, audit_head, name, community_may_handle from categories
          where tenant_id = $1 and category_id = $2 and not retired for update`,
        parameters: [tenantId, categoryId],
      },
      {
        sql: 'select area_path from areas where tenant_id = $1 and parent_area_id is null',
        parameters: [tenantId],
      },
      ...(keeping.also ?? []),
    ],
    decide: ([found, roots, ...also]) => {
      const row = found?.rows[0];
      if (!row) return refused({ code: 'matter.category_unknown', field: 'categoryId' });
      // The catalogue is one for the whole tenant: who keeps it administers all of it.
      const paths = (roots?.rows ?? []).map((root) => String(root['area_path']));
      if (!paths.some((path) => reaches(actor, path, 'system_admin'))) {
        return refused({ code: 'access.not_allowed' });
      }
      const before = { version: Number(row['version']), auditHead: String(row['audit_head']) };
      const present = { name: row['name'], communityMayHandle: row['community_may_handle'] };
      const old = stale(body.version, before, { version: before.version, ...present });
      if (old) return refused(old);
      const kept = keeping.decide(also);
      if (!kept.ok) return kept;
      const { type, table, idColumn, authority } = categoryAggregate;
      const { kind, set = {}, details } = kept.value;
      return done({
        answer: { version: before.version + 1 },
        changes: [
          {
            type,
            table,
            idColumn,
            authority,
            id: categoryId,
            before,
            kind,
            set,
            ...(details !== undefined && { details }),
          },
        ],
        also: kept.value.also ?? [],
      });
    },
  });
}

export function changeLimit(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof setLimit>,
): Promise<Outcome<Answer<typeof setLimit>>> {
  const { tenantId } = context;
  const { categoryId } = params;
  const { stage, condition, amount, unit, rule } = body;
  return keep(services, context, {
    name: 'matters.set_limit',
    commandId,
    categoryId,
    body,
    decide: () =>
      done({
        kind: 'category.limit_set',
        details: { stage, condition, amount, unit, rule },
        also: [
          {
            sql: `insert into category_limits
                (tenant_id, category_id, stage, condition, amount, unit, rule)
              values ($1, $2, $3, $4, $5, $6, $7)
              on conflict (tenant_id, category_id, stage, condition)
              do update set amount = excluded.amount, unit = excluded.unit, rule = excluded.rule`,
            parameters: [tenantId, categoryId, stage, condition, amount, unit, rule],
          },
        ],
      }),
  });
}

export function changeCommunityDuty(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof setCommunityDuty>,
): Promise<Outcome<Answer<typeof setCommunityDuty>>> {
  return keep(services, context, {
    name: 'matters.set_community_duty',
    commandId,
    categoryId: params.categoryId,
    body,
    decide: () =>
      done({ kind: 'category.community_duty', set: { communityMayHandle: body.mayHandle } }),
  });
}

export function changeUnitDuty(
  services: CommandServices,
  context: Context,
  { params, body, commandId }: CommandInput<typeof changeDuty>,
): Promise<Outcome<Answer<typeof changeDuty>>> {
  const { tenantId } = context;
  const { categoryId } = params;
  const { organisationId, basis, holds } = body;
  return keep(services, context, {
    name: 'matters.change_duty',
    commandId,
    categoryId,
    body,
    also: [
      {
        sql: `select area_path from organisations
          where tenant_id = $1 and organisation_id = $2 and closed_on is null`,
        parameters: [tenantId, organisationId],
      },
    ],
    decide: ([units]) => {
      const areaPath = units?.rows[0]?.['area_path'];
      if (typeof areaPath !== 'string' && holds) {
        return refused({ code: 'matter.organisation_unknown', field: 'organisationId' });
      }
      return done({
        kind: holds ? 'category.duty_begun' : 'category.duty_ended',
        details: { organisationId, basis },
        also: [
          holds
            ? {
                sql: `insert into duties (tenant_id, category_id, organisation_id, area_path, basis)
                  values ($1, $2, $3, $4, $5) on conflict do nothing`,
                parameters: [tenantId, categoryId, organisationId, areaPath, basis],
              }
            : {
                sql: `delete from duties where tenant_id = $1 and category_id = $2
                  and organisation_id = $3 and basis = $4`,
                parameters: [tenantId, categoryId, organisationId, basis],
              },
        ],
      });
    },
  });
}
