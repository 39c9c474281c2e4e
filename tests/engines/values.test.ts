/** Whatever JavaScript value goes in comes out again, the same on both engines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '#platform/database/query.ts';
import { engines, useDatabase } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';

const SEED = 20_261_122;

/** PostgreSQL's text holds any character but NUL, and no half of a pair. */
const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));

const KINDS: readonly (readonly [type: string, values: fc.Arbitrary<unknown>])[] = [
  ['text', text],
  ['text[]', fc.array(fc.option(text))],
  ['int8', fc.maxSafeInteger()],
  ['int4[]', fc.array(fc.integer())],
  [
    'float8',
    fc.double({ noDefaultInfinity: true, noNaN: true }).filter((value) => !Object.is(value, -0)),
  ],
  ['boolean', fc.boolean()],
  ['bytea', fc.uint8Array()],
  ['uuid[]', fc.array(fc.uuid())],
];

describe.each(engines)('a value on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(9));

  const roundTrip = async (type: string, sent: unknown): Promise<unknown> => {
    const sql = `select $1::${type} as value`;
    const [rows] = await database().readShared({ sql, parameters: [sent] });
    return rows?.rows[0]?.['value'];
  };

  it.each(KINDS)('of type %s comes back as it went', async (type, values) => {
    const property = fc.asyncProperty(values, async (value) => {
      expect(await roundTrip(type, value)).toEqual(value);
    });
    await fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it('of type jsonb comes back as it went', async () => {
    const json = fc
      .jsonValue({ noUnicodeString: false })
      .map((value): unknown => JSON.parse(toJson(value)));
    const property = fc.asyncProperty(json, async (value) => {
      fc.pre(!/\\u0000|\\ud[89a-f]/i.test(toJson(value)));
      expect(await roundTrip('jsonb', toJson(value))).toEqual(value);
    });
    await fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it('that is an instant comes back as its ISO string', async () => {
    const instants = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    const property = fc.asyncProperty(instants, async (value) => {
      expect(await roundTrip('timestamptz', value)).toBe(value.toISOString());
    });
    await fc.assert(property, { seed: SEED, numRuns: 60 });
  });
});
