/** How organisations, people, posts and appointments that an import brought are taken back. */
import { legalDay } from '#kernel/period.ts';
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

export const organisationsUses: readonly Uses[] = [
  usesBy('area', 'organisations', {
    table: 'organisations',
    column: 'area_id',
    still: 'closed_on is null',
  }),
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
