/** `/api/search`: all sources asked in one flight, the kind that comes closest first. */
import type { Context } from '#kernel/context.ts';
import { done } from '#kernel/outcome.ts';
import { findAnything, MOST_HITS, recallThings, type SearchHit } from '#kernel/search.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import { type Route, route } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import { closeness } from './closeness.ts';
import type { SearchSource } from './source.ts';

export function searchRoutes(sources: readonly SearchSource[]): readonly Route[] {
  return [
    route(findAnything, async (services, context, { query }) => {
      const found = await askAll(services, context, sources, (source) =>
        source.find(context, query.q, MOST_HITS),
      );
      const groups = found
        .filter(({ hits }) => hits.length > 0)
        .map((group) => ({ ...group, best: Math.min(...group.hits.map(distanceTo(query.q))) }))
        .toSorted((a, b) => a.best - b.best);
      return done({ groups: groups.map(({ kind, hits }) => ({ kind, hits: [...hits] })) });
    }),
    route(recallThings, async (services, context, { query }) => {
      const found = await askAll(services, context, sources, ({ kind, recall }) => {
        const ids = query.refs
          .filter((ref) => ref.startsWith(`${kind}:`))
          .map((ref) => ref.slice(kind.length + 1));
        return ids.length === 0 ? undefined : recall(context, ids);
      });
      const known = new Map(
        found.flatMap(({ hits }) => hits).map((hit) => [`${hit.kind}:${hit.id}`, hit]),
      );
      return done({ hits: query.refs.flatMap((ref) => known.get(ref) ?? []) });
    }),
  ];
}

const distanceTo = (words: string) => (hit: SearchHit) => closeness(words, hit);

interface Group {
  readonly kind: string;
  readonly hits: readonly SearchHit[];
}

async function askAll(
  { database }: Services,
  context: Context,
  sources: readonly SearchSource[],
  statementOf: (source: SearchSource) => Statement | undefined,
): Promise<readonly Group[]> {
  const asked = sources.flatMap((source) => {
    const statement = statementOf(source);
    return statement === undefined ? [] : [{ source, statement }];
  });
  if (asked.length === 0) return [];
  const answers = await database.read(context.tenantId, ...asked.map(({ statement }) => statement));
  return asked.map(({ source }, at) => groupOf(source, answers[at], context));
}

function groupOf(source: SearchSource, rows: Rows | undefined, context: Context): Group {
  const { kind } = source;
  return {
    kind,
    hits: (rows?.rows ?? []).map((row) => ({ kind, ...source.found(row, context) })),
  };
}
