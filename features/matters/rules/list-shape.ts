/** How a list of matters may be shown: its columns, its orders, what it is grouped by. The same in address, view and export. */

/** In the order in which they stand unless somebody chose another one. */
export const COLUMNS = [
  'standing',
  'number',
  'title',
  'category',
  'area',
  'handler',
  'source',
  'state',
  'reported',
  'due',
  'closed',
] as const;
export type Column = (typeof COLUMNS)[number];

export const USUAL_COLUMNS = [
  'standing',
  'number',
  'title',
  'category',
  'handler',
  'due',
] as const satisfies readonly Column[];

export const SORTS = ['due', 'due_desc', 'reported', 'reported_asc'] as const;
export type Sort = (typeof SORTS)[number];

/** What many matters have in common; names are grouped by and not sorted by, so that each stays quick. */
export const GROUPINGS = ['handler', 'area', 'category', 'state', 'urgency', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Each column once, the title among them: without it a row says nothing and opens nothing. */
export function columnsOf(chosen: readonly Column[]): readonly Column[] {
  if (chosen.length === 0) return USUAL_COLUMNS;
  const once = [...new Set(chosen)];
  return once.includes('title') ? once : ['title', ...once];
}
