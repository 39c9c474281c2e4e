/** Keeping, changing and removing views of the list, and choosing the one it begins with. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { TenantId, ViewId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Change } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { ProtectedValue } from '#platform/protection/protected-value.ts';
import type { Services } from '#platform/services.ts';
import type { changeView, chooseFirstView, removeView, saveView } from '../contract.ts';
import { MOST_VIEWS, mayChangeView, maySeeView, mayShareWith } from '../rules/view.ts';
import { firstViewAggregate, viewAggregate } from './aggregates.ts';
import { ownedView, viewerOf } from './views.ts';

type Changed = Answer<typeof changeView>;
type Row = Readonly<Record<string, unknown>>;

export function save(
  services: Services,
  context: Context,
  { body, commandId }: CommandInput<typeof saveView>,
): Promise<Outcome<Answer<typeof saveView>>> {
  const viewer = viewerOf(context);
  return command(services, context, {
    id: commandId,
    name: 'matters.save_view',
    body,
    opening: [countViews(context.tenantId, viewer.personId)],
    onConstraint: { views_owner: { code: 'access.not_allowed' } },
    decide: ([counted]) => {
      if (!mayShareWith(body.organisationId, viewer)) {
        return refused({ code: 'matter.view_share', field: 'organisationId' });
      }
      if (Number(counted?.rows[0]?.['count']) >= MOST_VIEWS) {
        return refused({ code: 'matter.views_many', detail: { limit: MOST_VIEWS } });
      }
      const viewId = context.ids.next<ViewId>();
      const { organisationId, name, query } = body;
      const change: Change = {
        ...place(viewId),
        kind: 'view.saved',
        set: { ownerId: viewer.personId, organisationId, removed: false },
        protected: words(services, context, { name, query: JSON.stringify(query) }),
      };
      return done({ answer: { viewId, version: 1 }, changes: [change] });
    },
  });
}

export function change(
  services: Services,
  context: Context,
  { params, body, commandId }: CommandInput<typeof changeView>,
): Promise<Outcome<Changed>> {
  const { name, query, organisationId } = body;
  const said = {
    ...(name !== undefined && { name }),
    ...(query !== undefined && { query: JSON.stringify(query) }),
  };
  return onView(services, context, {
    viewId: params.viewId,
    version: body.version,
    command: { id: commandId, name: 'matters.change_view', body: { ...params, ...body } },
    kind: 'view.changed',
    set: organisationId === undefined ? {} : { organisationId },
    shares: organisationId,
    protected: words(services, context, said),
  });
}

export function remove(
  services: Services,
  context: Context,
  { params, body, commandId }: CommandInput<typeof removeView>,
): Promise<Outcome<Changed>> {
  return onView(services, context, {
    viewId: params.viewId,
    version: body.version,
    command: { id: commandId, name: 'matters.remove_view', body: { ...params, ...body } },
    kind: 'view.removed',
    set: { removed: true },
    shares: undefined,
    protected: {},
  });
}

interface OnView {
  readonly viewId: ViewId;
  /** The version the person saw. */
  readonly version: number;
  readonly command: Pick<Parameters<typeof command>[2], 'id' | 'name' | 'body'>;
  readonly kind: string;
  readonly set: Change['set'];
  /** With whom it is shared from now on; undefined where that stays. */
  readonly shares: Parameters<typeof mayShareWith>[0] | undefined;
  readonly protected: NonNullable<Change['protected']>;
}

function onView(services: Services, context: Context, step: OnView): Promise<Outcome<Changed>> {
  const viewer = viewerOf(context);
  return command<Changed>(services, context, {
    ...step.command,
    opening: [lockView(context.tenantId, step.viewId)],
    decide: ([found]) => {
      const row = found?.rows[0];
      if (row === undefined || !maySeeView(ownedView(row), viewer)) {
        return refused({ code: 'matter.view_unknown' });
      }
      if (!mayChangeView(ownedView(row), viewer)) return refused({ code: 'access.not_allowed' });
      const before = beforeOf(row);
      const old = stale(step.version, before, { version: before.version, name: row['name'] });
      if (old !== undefined) return refused(old);
      if (step.shares !== undefined && !mayShareWith(step.shares, viewer)) {
        return refused({ code: 'matter.view_share', field: 'organisationId' });
      }
      const { viewId, kind, set } = step;
      const changed: Change = { ...place(viewId), before, kind, set, protected: step.protected };
      return done({ answer: { viewId, version: before.version + 1 }, changes: [changed] });
    },
  });
}

export function chooseFirst(
  services: Services,
  context: Context,
  { body, commandId }: CommandInput<typeof chooseFirstView>,
): Promise<Outcome<Answer<typeof chooseFirstView>>> {
  const viewer = viewerOf(context);
  const { tenantId } = context;
  const { viewId } = body;
  return command(services, context, {
    id: commandId,
    name: 'matters.choose_first_view',
    body,
    onConstraint: {
      first_views_person: { code: 'access.not_allowed' },
      first_views_one: { code: 'command.stale' },
    },
    opening: [
      compile(sql`
        select first_view_id, version, audit_head from first_views
        where tenant_id = ${tenantId} and person_id = ${viewer.personId} for update`),
      ...(viewId === null ? [] : [lockView(tenantId, viewId)]),
    ],
    decide: ([chosen, found]) => {
      const row = found?.rows[0];
      if (viewId !== null && (row === undefined || !maySeeView(ownedView(row), viewer))) {
        return refused({ code: 'matter.view_unknown', field: 'viewId' });
      }
      const { type, table, idColumn } = firstViewAggregate;
      const changed: Change = {
        ...{ type, table, idColumn },
        id: (chosen?.rows[0]?.['first_view_id'] as string | undefined) ?? context.ids.next(),
        before: beforeFrom(chosen),
        kind: 'first_view.chosen',
        set: { personId: viewer.personId, viewId },
      };
      return done({ answer: { first: viewId }, changes: [changed] });
    },
  });
}

function place(viewId: ViewId): Pick<Change, 'type' | 'table' | 'idColumn' | 'id'> {
  const { type, table, idColumn } = viewAggregate;
  return { type, table, idColumn, id: viewId };
}

/** Words stand in the row in the clear, in the chain as commitments. */
function words(
  { protection }: Services,
  { tenantId }: Context,
  said: Readonly<Record<string, string>>,
): Readonly<Record<string, ProtectedValue>> {
  return Object.fromEntries(
    Object.entries(said).map(([column, text]) => [
      column,
      { ciphertext: text, commitment: protection.commitText(tenantId, `views.${column}`, text) },
    ]),
  );
}

function beforeOf(row: Row): NonNullable<Change['before']> {
  return { version: row['version'] as number, auditHead: row['audit_head'] as string };
}

function beforeFrom(found: Rows | undefined): Change['before'] {
  const row = found?.rows[0];
  return row === undefined ? undefined : beforeOf(row);
}

function countViews(tenantId: TenantId, personId: string): Statement {
  return compile(sql`
    select count(*)::int as count from views
    where tenant_id = ${tenantId} and owner_id = ${personId} and not removed`);
}

function lockView(tenantId: TenantId, viewId: ViewId): Statement {
  return compile(sql`
    select version, audit_head, owner_id, organisation_id, name from views
    where tenant_id = ${tenantId} and view_id = ${viewId} and not removed for update`);
}
