/**
 * What a reporter may have erased, and when it must be kept: Personal Information
 * Protection Law (个人信息保护法) arts. 19 and 47, reasons for a refusal art. 50.
 */
import { isOpen, type State } from './states.ts';

/** What somebody asks to have erased: name and phone, or what was said and shown of the thing itself. */
export const ERASABLES = ['contact', 'words'] as const;

/** Why something is kept. */
export const KEPT_REASONS = [
  /** The work goes on: whoever calls back needs the phone. */
  'under_way',
  /** It can still be reopened, and is then asked about again. */
  'reopen_period',
  /** The record of what an authority did is an archive (档案法). */
  'archive',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** One matter for which a reporter's contact may be needed. */
export interface Needing {
  readonly state: State;
  /** Last instant of the reopening period, ISO; null where none runs. */
  readonly reopenUntil: string | null;
}

/** Why something is kept, and until when where that is known. */
export interface Kept {
  readonly why: KeptReason;
  /** Instant, ISO in UTC. */
  readonly until: string | null;
}

/**
 * Why name and phone are kept: until the work and the period for reopening are over.
 * @param matters all that were reported with this contact
 * @param now instant, ISO in UTC
 * @returns null where nothing needs them any more, and they are erased when asked
 */
export function contactKept(matters: readonly Needing[], now: string): Kept | null {
  if (matters.some(({ state }) => isOpen(state))) return { why: 'under_way', until: null };
  const until = matters
    .flatMap(({ reopenUntil }) => (reopenUntil !== null && reopenUntil >= now ? [reopenUntil] : []))
    .sort()
    .at(-1);
  return until === undefined ? null : { why: 'reopen_period', until };
}

/** Words, photos, place and steps are the record of the work; they are kept as an archive. */
export const WORDS_KEPT: Kept = { why: 'archive', until: null };
