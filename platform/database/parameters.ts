/** From a JavaScript value to the text a statement is sent with; alike on both engines. */

/** @throws TypeError for what has no form in SQL (functions, class instances, NaN in an integer is PostgreSQL's to refuse) */
export function wireValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value);
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object') return objectText(value);
  throw new TypeError(`a ${typeof value} cannot be sent to the database`);
}

function objectText(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return JSON.stringify(value);
  const tag = Object.prototype.toString.call(value);
  if (tag.startsWith('[object Temporal.')) return String(value);
  throw new TypeError(`${tag} cannot be sent to the database`);
}

function arrayText(items: readonly unknown[]): string {
  return `{${items.map(itemText).join(',')}}`;
}

function itemText(item: unknown): string {
  if (Array.isArray(item)) return arrayText(item);
  const text = wireValue(item);
  return text === null ? 'NULL' : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
