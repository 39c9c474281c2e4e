/** What the page of one matter is drawn from. */
import type { FollowedMatter } from '../contract.ts';
import type { FollowTyped } from './follow-page.ts';
import type { FieldErrors } from './form.ts';
import type { Fields } from './report-form.ts';

export const REPORTER_ACTIONS = ['evaluate', 'reopen', 'complain', 'withdraw'] as const;
export type ReporterAction = (typeof REPORTER_ACTIONS)[number];

/** What was just done, or typed and refused. */
export interface ActState {
  readonly done?: ReporterAction;
  readonly action?: ReporterAction;
  readonly typed?: Fields;
  readonly errors?: FieldErrors;
}

export interface MatterFacts {
  readonly matter: FollowedMatter;
  readonly proof: FollowTyped;
  /** One id for each form of the page. */
  readonly commandIds: { next(): string };
  readonly act?: ActState;
}
