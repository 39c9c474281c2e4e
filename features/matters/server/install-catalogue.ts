/**
 * Gives a new place the default catalogue: categories along GB/T 30428.2 with
 * the nuisances of estates, dust, rivers and merchants, their limits, the
 * intervals of the ladder. All of it is the place's own data from then on.
 */
import type { Context } from '#kernel/context.ts';
import type { CategoryId, CommandId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Services } from '#platform/services.ts';
import catalogue from '../data/default-catalogue.json' with { type: 'json' };
import { categoryAggregate } from './aggregates.ts';

export interface Installed {
  /** Category ids by code: `B0101`. */
  readonly categories: Readonly<Record<string, CategoryId>>;
}

export function installCatalogue(
  services: Services,
  context: Context,
): Promise<Outcome<Installed>> {
  const ids = new Map(
    catalogue.categories.map((one) => [one.code, context.ids.next<CategoryId>()]),
  );
  const idOf = (code: string) => ids.get(code) ?? null;
  return command<Installed>(services, context, {
    id: context.ids.next<CommandId>(),
    name: 'matters.install_catalogue',
    body: {},
    opening: [],
    decide: () =>
      done({
        answer: { categories: Object.fromEntries(ids) },
        changes: catalogue.categories.map((one): Change => {
          const { type, table, idColumn, authority } = categoryAggregate;
          return {
            type,
            table,
            idColumn,
            authority,
            id: idOf(one.code) ?? '',
            kind: 'category.begin',
            set: {
              parentId: one.parent === null ? null : idOf(one.parent),
              code: one.code,
              name: one.name,
              nameEn: one.nameEn,
              kind: one.kind,
              communityMayHandle: one.communityMayHandle,
              conditions: one.conditions,
              plain: one.plain,
              retired: false,
            },
          };
        }),
        also: [...limitRows(context, idOf), ...rungRows(context), settingsRow(context)],
      }),
  });
}

function limitRows(context: Context, idOf: (code: string) => CategoryId | null): Statement[] {
  const rows = catalogue.categories.flatMap((one) => {
    if (one.parent === null) return [];
    const handling = one.handle.map((limit) => ({ stage: 'handle', ...limit }));
    const others = catalogue.stages.map((limit) => ({ condition: '', ...limit }));
    return [...handling, ...others].map((limit) => [
      context.tenantId,
      idOf(one.code),
      limit.stage,
      limit.condition,
      limit.amount,
      limit.unit,
      catalogue.rule,
    ]);
  });
  const columns = '(tenant_id, category_id, stage, condition, amount, unit, rule)';
  return [insertRows(`category_limits ${columns}`, rows)];
}

function rungRows(context: Context): Statement[] {
  const rows = catalogue.rungs.map(({ rung, amount, unit }) => [
    context.tenantId,
    rung,
    amount,
    unit,
  ]);
  return [insertRows('escalation_rungs (tenant_id, rung, amount, unit)', rows)];
}

function settingsRow(context: Context): Statement {
  return {
    sql: 'insert into matter_settings (tenant_id) values ($1) on conflict (tenant_id) do nothing',
    parameters: [context.tenantId],
  };
}

function insertRows(into: string, rows: readonly (readonly unknown[])[]): Statement {
  const width = rows[0]?.length ?? 0;
  const places = rows.map(
    (_, row) =>
      `(${Array.from({ length: width }, (__, at) => `$${row * width + at + 1}`).join(', ')})`,
  );
  return { sql: `insert into ${into} values ${places.join(', ')}`, parameters: rows.flat() };
}
