/**
 * Identifiers. All of them are UUID version 7 (RFC 9562): made in the
 * application, sortable by the time of their making, never reused.
 */
declare const brand: unique symbol;

export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type TenantId = Id<'tenant'>;
export type AccountId = Id<'account'>;
export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type PostId = Id<'post'>;
export type AppointmentId = Id<'appointment'>;
export type AssignmentId = Id<'assignment'>;
export type AreaId = Id<'area'>;
export type GridId = Id<'grid'>;
export type SiteId = Id<'site'>;
export type PremiseId = Id<'premise'>;
export type GridPlanId = Id<'grid_plan'>;
export type OpinionId = Id<'opinion'>;
export type NoticeId = Id<'notice'>;
export type MatterId = Id<'matter'>;
export type CategoryId = Id<'category'>;
export type ReporterId = Id<'reporter'>;
export type ViewId = Id<'view'>;
export type SuggestionId = Id<'suggestion'>;
export type FileDigest = Id<'file'>;
export type CommandId = Id<'command'>;
export type EventId = Id<'event'>;
export type WallId = Id<'wall'>;
export type ImportRunId = Id<'import_run'>;
export type SchemeId = Id<'scheme'>;
export type SchemeVersionId = Id<'scheme_version'>;

/** Makes identifiers; injected through the context so that tests are repeatable. */
export interface Ids {
  next<T extends Id<string>>(): T;
}

const PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True where the text is a UUID in its canonical lower-case form. */
export function isId(text: string): boolean {
  return PATTERN.test(text);
}

/**
 * UUIDv7 from an instant and 10 random bytes.
 * @param milliseconds since 1970-01-01T00:00:00Z, 0 to 2^48-1
 * @param random ten bytes; the upper bits of bytes 0 and 2 are replaced by version and variant
 */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const time = Math.trunc(milliseconds).toString(16).padStart(12, '0');
  const hex = (at: number): string => HEX[random[at] ?? 0] ?? '';
  const version = HEX[((random[0] ?? 0) & 0x0f) | 0x70] ?? '';
  const variant = HEX[((random[2] ?? 0) & 0x3f) | 0x80] ?? '';
  const tail = hex(4) + hex(5) + hex(6) + hex(7) + hex(8) + hex(9);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex(1)}-${variant}${hex(3)}-${tail}`;
}

/** Two hexadecimal digits of each byte: written a dozen times a command. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
