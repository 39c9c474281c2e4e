/**
 * What the one search of the desk answers. Every feature finds its own things
 * behind it (`platform/search`); what a kind is called and where it leads is
 * known to the screens of its feature.
 */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { TONES } from './tone.ts';

/** Things named in one question of what was used before. */
export const MOST_REFS = 12;
/** Things of one kind in an answer. */
export const MOST_HITS = 6;

/** One thing found: enough to know it by and to open it, within the sight of who asks. */
export const SearchHit = z.object({
  /** `matter`, `organisation`, `post`, `place`: the name of its source. */
  kind: z.string(),
  id: z.uuid(),
  title: z.string(),
  /** What tells it apart from its like: number, unit, area above. */
  note: z.string(),
  /** How it stands, where it stands in some way. */
  tone: z.enum(TONES).nullable(),
  /** The thing in which it is shown: the organisation of a post. */
  inside: z.uuid().nullable(),
});
export type SearchHit = z.output<typeof SearchHit>;

export const findAnything = endpoint({
  id: 'search.find',
  method: 'GET',
  path: '/api/search',
  kind: 'read',
  audience: 'signed_in',
  summary: 'Matters, places, organisations and posts by words or number, the closest kind first',
  query: z.object({ q: z.string().trim().min(1).max(100) }),
  answer: z.object({
    groups: z.array(z.object({ kind: z.string(), hits: z.array(SearchHit).max(MOST_HITS) })),
  }),
});

const Ref = z.string().regex(/^[a-z_]{1,30}:[0-9a-f-]{36}$/);

export const recallThings = endpoint({
  id: 'search.recall',
  method: 'GET',
  path: '/api/search/recall',
  kind: 'read',
  audience: 'signed_in',
  summary: 'What the named things are called now, as far as the reader still sees them',
  query: z.object({
    /** `kind:id`, joined by commas; in the order in which they are answered. */
    refs: z.preprocess(
      (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
      z.array(Ref).max(MOST_REFS),
    ),
  }),
  answer: z.object({ hits: z.array(SearchHit) }),
});
