/** What a verification found: always where, as exactly as can be said. */
export type FindingCode =
  /** A column of an event is not what was hashed. */
  | 'event.changed'
  /** A version is missing between others, or the event of a position is gone. */
  | 'event.missing'
  /** The event does not continue the one before. */
  | 'event.unchained'
  /** The event stands in no position and does not wait for one. */
  | 'event.unlogged'
  /** A column of a position is not what was hashed. */
  | 'log.changed'
  /** A position is gone between others. */
  | 'log.missing'
  /** Positions are gone from the end, up to the latest seal. */
  | 'log.truncated'
  /** A column of a seal is not what was signed. */
  | 'seal.changed'
  | 'seal.missing'
  /** Seals are gone from the end: the one outside the database is later. */
  | 'seal.truncated'
  /** The seal outside the database is not the one inside. */
  | 'seal.other_outside'
  /** No seal stands outside the database though there are some inside. */
  | 'seal.none_outside'
  /** The stretch is not what was sealed: counts, chains, heads or link. */
  | 'seal.broken'
  /** A row's columns are not what its events say; `columns` names them. */
  | 'row.changed'
  /** A row's version or head is not that of its last event. */
  | 'row.other_version'
  | 'row.missing'
  /** A row without events. */
  | 'row.unexplained'
  /** A protected value is not the one its event committed to; `columns` names it. */
  | 'row.other_secret';

export interface Finding {
  readonly code: FindingCode;
  readonly tenantId: string;
  readonly aggregateType?: string | undefined;
  readonly aggregateId?: string | undefined;
  readonly version?: number | undefined;
  /** Last version, where several are gone in a row. */
  readonly toVersion?: number | undefined;
  readonly position?: number | undefined;
  /** Last position, where it is a stretch. */
  readonly toPosition?: number | undefined;
  readonly seal?: number | undefined;
  readonly toSeal?: number | undefined;
  readonly columns?: readonly string[] | undefined;
}

export type Report = (finding: Omit<Finding, 'tenantId'>) => void;
