/** What people wait for never reads the whole table, whoever asks; row-level security takes no index away. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { hotReads, nowOf, someMatter } from '#tests/worlds/hot-reads.ts';
import { manyMatters } from '#tests/worlds/many-matters.ts';
import { overhear } from '#tests/worlds/overheard.ts';
import { type Reading, readingOf } from '#tests/worlds/plan-reading.ts';

const COUNT = 20_000;
/** Rows a page, a box or a count of what is open may read: more is a scan. */
const MOST = COUNT / 2;
/** The unit of the lamp fitter has a fifth of all at most, by the place of its id among all. */
const PEOPLE = [
  ['supervisor', MOST],
  ['north intake', MOST],
  ['lamp fitter', COUNT / 4],
] as const;

describe.each(engines)('the plans of hot reads on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let world: District;
  let reads: ReturnType<typeof hotReads>;
  beforeAll(async () => {
    world = await foundDistrict(database());
    await manyMatters(database(), world, COUNT, nowOf(world));
    const matterId = await someMatter(world, world.units.lamps.organisationId);
    reads = hotReads(world, matterId, nowOf(world));
  }, START_LIMIT);

  async function readingsOf(name: string, context: Context): Promise<readonly Reading[]> {
    const ear = overhear(database());
    const answer = await reads[name]?.({ ...world.services, database: ear.database }, context);
    if (answer?.ok !== true) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    const readings: Reading[] = [];
    for (const statement of ear.taken()) {
      readings.push(await readingOf(database(), world.tenantId, 'matters', statement));
    }
    return readings;
  }

  it.each(PEOPLE)('read a part of the table for the %s', async (title, most) => {
    const scans: string[] = [];
    for (const name of Object.keys(reads)) {
      for (const { rows, ways } of await readingsOf(name, world.as(title))) {
        const whole = rows > most || (ways.includes('Seq Scan') && rows > 0);
        if (whole) scans.push(`${name}: ${rows} rows by ${ways.join(', ')}`);
      }
    }
    expect(scans).toEqual([]);
  });

  it('what is searched is planned for its words and place each time, the plain list is kept prepared', async () => {
    const ear = overhear(database());
    const services = { ...world.services, database: ear.database };
    const anew: string[] = [];
    for (const [name, read] of Object.entries(reads)) {
      await read(services, world.as('supervisor'));
      if (ear.taken().some((statement) => statement.anew)) anew.push(name);
    }
    expect(anew).toEqual(
      expect.arrayContaining([
        'the list of a rare word',
        'what is similar',
        'a box',
        'a tile of points',
      ]),
    );
    expect(anew).not.toContain('the list');
  });

  it('a statement that scans is seen', async () => {
    const sql = `select count(*) from matters where tenant_id = $1 and title like '%灯%'`;
    const parameters = [world.tenantId];
    const reading = await readingOf(database(), world.tenantId, 'matters', { sql, parameters });
    expect(reading.rows).toBeGreaterThan(MOST);
  });
});
