/** How matters that an import brought are taken back: void, counted nowhere, their reporters forgotten. */
import { sql } from 'kysely';
import { compile } from '#platform/database/query.ts';
import { rowsOf, type TakesBack, type Uses, usesBy } from '#platform/import/take-back.ts';
import { matterAggregate, reporterAggregate } from '../aggregates.ts';
import { figureRows } from '../figure-rows.ts';
import { openStates } from '../filter.ts';
import { matterColumns, matterFromRow } from '../matter-row.ts';

export const mattersTakeBack: readonly TakesBack[] = [
  {
    table: matterAggregate,
    rows: (tenantId, ids, how) =>
      compile(sql`
        select m.matter_id as id, m.number || ' ' || m.title as name, ${matterColumns} from matters m
        where m.tenant_id = ${tenantId} and m.matter_id = any(${ids}::uuid[])
        order by m.matter_id ${how === 'locked' ? sql`for update` : sql``}`),
    end: () => ({
      kind: 'matter.void',
      set: {
        state: 'void',
        dueAt: null,
        escalateAt: null,
        externalKey: null,
        sourceDigest: null,
      },
    }),
    alsoEnding: (context, row) => {
      const { id: _id, name: _name, ...columns } = row;
      const before = matterFromRow(columns);
      return figureRows(context, before, { ...before, state: 'void' });
    },
    // Of the words the events keep commitments only.
    restores: false,
  },
  {
    table: reporterAggregate,
    rows: rowsOf(reporterAggregate, {}),
    end: () => ({
      kind: 'reporter.erase',
      set: {},
      protected: { name: null, phone: null },
      derived: { phoneHash: null, followHash: null },
    }),
    restores: false,
  },
];

/** What of matters stands in the way of an area that is to end: what is open, and screens that still show it. */
export const mattersInAreas: readonly Uses[] = [
  usesBy('area', 'matters', {
    table: 'matters',
    idColumn: 'matter_id',
    column: 'area_id',
    still: () => sql`state in (${openStates})`,
  }),
  usesBy('area', 'walls', {
    table: 'walls',
    idColumn: 'wall_id',
    column: 'area_id',
    still: ({ instant }) => sql`revoked_at is null and ends_at > ${instant}`,
  }),
];

export const mattersUses: readonly Uses[] = [
  usesBy('area', 'matters', { table: 'matters', column: 'area_id' }),
  usesBy('area', 'walls', { table: 'walls', column: 'area_id' }),
  usesBy('grid', 'matters', { table: 'matters', column: 'grid_id' }),
  usesBy('organisation', 'matters', { table: 'matters', column: 'handler_organisation_id' }),
  usesBy('organisation', 'matters', { table: 'matters', column: 'accused_organisation_id' }),
  usesBy('organisation', 'categories', { table: 'duties', column: 'organisation_id' }),
  usesBy('post', 'matters', { table: 'matters', column: 'handler_post_id' }),
  usesBy('matter', 'matters', { table: 'matters', column: 'merged_into' }),
  usesBy('reporter', 'matters', {
    table: 'matters',
    column: 'reporter_id',
    idColumn: 'matter_id',
    still: "state <> 'void'",
  }),
];
