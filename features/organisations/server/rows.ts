/** From rows to values of the domain: one function per aggregate. */
import type { AppointmentId, AreaId, OrganisationId, PersonId, PostId } from '#kernel/ids.ts';
import type { Role } from '#kernel/role.ts';
import type { Rows } from '#platform/database/database.ts';
import type { SubstituteId } from '../contract.ts';
import type { Holding } from '../rules/appointment.ts';
import type { OrganisationKind } from '../rules/kinds.ts';
import type { Organisation } from '../rules/organisation.ts';

type Row = Readonly<Record<string, unknown>>;

/** The first row as a value, undefined where there is none. */
export function first<T>(answer: Rows | undefined, read: (row: Row) => T): T | undefined {
  const row = answer?.rows[0];
  return row && read(row);
}

export function all<T>(answer: Rows | undefined, read: (row: Row) => T): readonly T[] {
  return (answer?.rows ?? []).map(read);
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function organisationOf(row: Row): Organisation {
  return {
    organisationId: String(row['organisation_id']) as OrganisationId,
    version: Number(row['version']),
    auditHead: String(row['audit_head']),
    parentId: text(row['parent_id']) as OrganisationId | null,
    path: String(row['path']),
    kind: row['kind'] as OrganisationKind,
    name: String(row['name']),
    code: text(row['code']),
    creditCode: text(row['credit_code']),
    areaId: String(row['area_id']) as AreaId,
    areaPath: String(row['area_path']),
    phone: text(row['phone']),
    address: text(row['address']),
    hours: text(row['hours']),
    openedOn: String(row['opened_on']),
    closedOn: text(row['closed_on']),
  };
}

export interface PostRow {
  readonly postId: PostId;
  readonly version: number;
  readonly auditHead: string;
  readonly organisationId: OrganisationId;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly rank: number;
  readonly closedOn: string | null;
}

export function postOf(row: Row): PostRow {
  return {
    postId: String(row['post_id']) as PostId,
    version: Number(row['version']),
    auditHead: String(row['audit_head']),
    organisationId: String(row['organisation_id']) as OrganisationId,
    title: String(row['title']),
    roles: row['roles'] as readonly Role[],
    areaId: String(row['area_id']) as AreaId,
    areaPath: String(row['area_path']),
    rank: Number(row['rank']),
    closedOn: text(row['closed_on']),
  };
}

/** An appointment or a substitution, as locked for a change. */
export interface TenureRow {
  readonly id: AppointmentId | SubstituteId;
  readonly version: number;
  readonly auditHead: string;
  readonly postId: PostId;
  readonly personId: PersonId;
  readonly from: string;
  readonly to: string | null;
}

export function tenureOf(row: Row): TenureRow {
  return {
    id: String(row['id']) as AppointmentId,
    version: Number(row['version']),
    auditHead: String(row['audit_head']),
    postId: String(row['post_id']) as PostId,
    personId: String(row['person_id']) as PersonId,
    from: String(row['from_day']),
    to: text(row['to_day']),
  };
}

export function holdingOf(row: Row): Holding {
  return {
    postId: String(row['post_id']) as PostId,
    roles: row['roles'] as readonly Role[],
    from: String(row['from_day']),
    to: text(row['to_day']),
    substitute: row['substitute'] === true,
  };
}
