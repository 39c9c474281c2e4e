/** How organisations, people, posts and appointments that an import brought are taken back. */
import { sql } from 'kysely';
import { legalDay } from '#kernel/period.ts';
import { compile } from '#platform/database/query.ts';
import { rowsOf, type TakesBack, type Uses, usesBy } from '#platform/import/take-back.ts';
import { APPOINTMENT, ORGANISATION, PERSON, POST } from './aggregates.ts';
import { today } from './today.ts';

/** Today, or the day it began on where that lies ahead. */
function notBefore(day: string, began: unknown): string {
  const from = String(began);
  return from > day ? from : day;
}

export const organisationsTakeBack: readonly TakesBack[] = [
  {
    table: ORGANISATION,
    rows: rowsOf(ORGANISATION, { name: 'name', areaPath: 'area_path', more: ['opened_on'] }),
    end: (context, row) => ({
      kind: 'organisation.taken_back',
      set: {
        closedOn: notBefore(today(context), row['opened_on']),
        code: null,
        creditCode: null,
        sourceDigest: null,
      },
    }),
    restores: true,
  },
  {
    table: PERSON,
    rows: rowsOf(PERSON, { name: 'name' }),
    // What nobody needs any more of somebody who was entered by mistake is not kept.
    end: ({ clock, timeZone }) => ({
      kind: 'person.taken_back',
      set: { leftOn: legalDay(clock.now(), timeZone), code: null, sourceDigest: null },
      protected: { phone: null, identityNumber: null },
      derived: { phoneHash: null, phoneMasked: null, identityHash: null },
    }),
    // Of phone and identity number the events keep commitments only.
    restores: false,
  },
  {
    table: POST,
    rows: rowsOf(POST, { name: 'title', areaPath: 'area_path' }),
    end: (context) => ({
      kind: 'post.taken_back',
      set: { closedOn: today(context), code: null },
    }),
    restores: false,
  },
  {
    table: APPOINTMENT,
    rows: rowsOf(APPOINTMENT, { more: ['from_day'] }),
    end: (context, row) => ({
      kind: 'appointment.taken_back',
      set: { toDay: notBefore(today(context), row['from_day']) },
    }),
    restores: false,
  },
];

const APPOINTMENTS = { table: 'appointments', idColumn: 'appointment_id' } as const;

const UNITS_IN_AREA = usesBy('area', 'organisations', {
  table: 'organisations',
  idColumn: 'organisation_id',
  column: 'area_id',
  still: 'closed_on is null',
});

/** Posts over an area that somebody holds or stands in for, today or later. */
const HELD_OVER_AREA: Uses = {
  of: 'area',
  by: 'appointments',
  statement: (tenantId, ids, { day }) =>
    compile(sql`
      select p.area_id as id, a.appointment_id as user_id
      from posts p join appointments a on a.tenant_id = ${tenantId} and a.post_id = p.post_id
      where p.tenant_id = ${tenantId} and p.area_id = any(${ids}::uuid[])
        and (a.to_day is null or a.to_day > ${day})
      union all
      select p.area_id as id, s.substitute_id as user_id
      from posts p join substitutes s on s.tenant_id = ${tenantId} and s.post_id = p.post_id
      where p.tenant_id = ${tenantId} and p.area_id = any(${ids}::uuid[]) and s.to_day > ${day}`),
};

/** What of organisations stands in the way of an area that is to end; posts of closed units are nobody's. */
export const organisationsInAreas: readonly Uses[] = [
  UNITS_IN_AREA,
  usesBy('area', 'posts', {
    table: 'posts',
    idColumn: 'post_id',
    column: 'area_id',
    still: `closed_on is null and exists (
      select from organisations o where o.tenant_id = posts.tenant_id
        and o.organisation_id = posts.organisation_id and o.closed_on is null)`,
  }),
  HELD_OVER_AREA,
];

export const organisationsUses: readonly Uses[] = [
  UNITS_IN_AREA,
  usesBy('area', 'posts', { table: 'posts', column: 'area_id', still: 'closed_on is null' }),
  usesBy('organisation', 'organisations', {
    table: 'organisations',
    idColumn: 'organisation_id',
    column: 'parent_id',
    still: 'closed_on is null',
  }),
  usesBy('organisation', 'posts', {
    table: 'posts',
    idColumn: 'post_id',
    column: 'organisation_id',
    still: 'closed_on is null',
  }),
  usesBy('organisation', 'assignments', { table: 'assignments', column: 'organisation_id' }),
  usesBy('person', 'appointments', { ...APPOINTMENTS, column: 'person_id' }),
  usesBy('person', 'appointments', { table: 'substitutes', column: 'person_id' }),
  usesBy('post', 'appointments', { ...APPOINTMENTS, column: 'post_id' }),
  usesBy('post', 'appointments', { table: 'substitutes', column: 'post_id' }),
  usesBy('post', 'assignments', { table: 'assigned_places', column: 'post_id' }),
  usesBy('site', 'assignments', { table: 'assigned_places', column: 'site_id' }),
];
