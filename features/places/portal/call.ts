/** What these pages know of the visit; the frame around them is the portal's own. */
import type { Locale } from '#kernel/context.ts';
import type { Html } from '#ui/portal/html.ts';

export interface PlanCall {
  readonly locale: Locale;
  /** Address of a page of this place: `grid-plans`. */
  readonly at: (path: string) => string;
  /** A legal day in words. */
  readonly day: (day: string) => string;
}

/** A page without its frame. */
export interface PlanPage {
  readonly title: string;
  readonly main: Html;
}
