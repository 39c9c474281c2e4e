/** From the text of a cell to its value, by the type's number in `pg_type`; alike on both engines. */

type Parse = (text: string) => unknown;

const asIs: Parse = (text) => text;

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 beyond 2^53: ${text}`);
  return number;
}

const MICROSECONDS = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(\+00)?$/;

/** `2026-11-22 08:00:00.5+00` to `2026-11-22T08:00:00.500Z`; infinity and years before 1 stay. */
function instant(text: string): string {
  const found = MICROSECONDS.exec(text);
  if (found === null) return text;
  const [, day, time, fraction = '', zone] = found;
  const digits = fraction.padEnd(6, '0');
  const shown = digits.endsWith('000') ? digits.slice(0, 3) : digits;
  return `${day}T${time}.${shown}${zone === undefined ? '' : 'Z'}`;
}

function bytes(text: string): Uint8Array {
  if (!text.startsWith('\\x')) throw new Error('bytea not in hexadecimal form');
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/** `pg_type.oid` of the built-in types that do not stay text; their array types beside them. */
const PARSERS: ReadonlyMap<number, Parse> = withArrays([
  { oid: 16, array: 1000, parse: (text) => text === 't' },
  { oid: 17, array: 1001, parse: bytes },
  { oid: 18, array: 1002, parse: asIs },
  { oid: 19, array: 1003, parse: asIs },
  { oid: 20, array: 1016, parse: wholeNumber },
  { oid: 21, array: 1005, parse: Number },
  { oid: 23, array: 1007, parse: Number },
  { oid: 25, array: 1009, parse: asIs },
  { oid: 26, array: 1028, parse: Number },
  { oid: 114, array: 199, parse: JSON.parse },
  { oid: 700, array: 1021, parse: Number },
  { oid: 701, array: 1022, parse: Number },
  { oid: 1042, array: 1014, parse: asIs },
  { oid: 1043, array: 1015, parse: asIs },
  { oid: 1082, array: 1182, parse: asIs },
  { oid: 1114, array: 1115, parse: instant },
  { oid: 1184, array: 1185, parse: instant },
  { oid: 1700, array: 1231, parse: asIs },
  { oid: 2950, array: 2951, parse: asIs },
  { oid: 3802, array: 3807, parse: JSON.parse },
]);

function withArrays(types: readonly { oid: number; array: number; parse: Parse }[]) {
  const parsers = new Map<number, Parse>();
  for (const { oid, array, parse } of types) {
    parsers.set(oid, parse);
    parsers.set(array, (text) => parseArray(text, parse));
  }
  return parsers;
}

/** The parser of a type; types we do not know stay text. */
export function parserOf(oid: number): Parse {
  return PARSERS.get(oid) ?? asIs;
}

/** `{a,"b,c",NULL,{d}}` to nested arrays. */
function parseArray(text: string, parse: Parse): unknown[] {
  // An array whose bounds do not start at 1 is written `[0:1]={…}`.
  let at = text.indexOf('{');
  const list = (): unknown[] => {
    const items: unknown[] = [];
    at += 1;
    while (text[at] !== '}') {
      if (at >= text.length) throw new Error('array text without an end');
      if (text[at] === ',') at += 1;
      items.push(item());
    }
    at += 1;
    return items;
  };
  const item = (): unknown => {
    if (text[at] === '{') return list();
    if (text[at] === '"') return parse(quoted());
    const end = endOfBare(text, at);
    const bare = text.slice(at, end);
    at = end;
    return bare === 'NULL' ? null : parse(bare);
  };
  const quoted = (): string => {
    let value = '';
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      value += text[at];
    }
    at += 1;
    return value;
  };
  return list();
}

function endOfBare(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '}') end += 1;
  return end;
}
