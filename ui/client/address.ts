/** From an endpoint's path and the asked parts to the address of the request. */

type Part = Readonly<Record<string, unknown>> | undefined;

/** `/api/matters/:matterId` with its params filled in and the query behind it. */
export function addressOf(path: string, params: Part, query: Part): string {
  const filled = path.replace(/:(\w+)/g, (_hole, name: string) =>
    encodeURIComponent(String(params?.[name] ?? '')),
  );
  const search = queryText(query);
  return search === '' ? filled : `${filled}?${search}`;
}

/** Lists join with commas; what is absent, empty or undefined is left out. */
export function queryText(query: Part): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const text = textOf(value);
    if (text !== '') search.set(name, text);
  }
  return search.toString();
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(',') : String(value);
}
