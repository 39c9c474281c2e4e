/**
 * `node bench/plans.ts [--engine embedded|server] [--rows 200000]`: how each hot
 * read finds its rows, for who sees everything and for restricted roles.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Statement } from '#platform/database/database.ts';
import { type District, foundDistrict } from '#tests/worlds/district.ts';
import { hotReads, nowOf, someMatter } from '#tests/worlds/hot-reads.ts';
import { manyMatters } from '#tests/worlds/many-matters.ts';
import { overhear } from '#tests/worlds/overheard.ts';
import { type Reading, readingOf } from '#tests/worlds/plan-reading.ts';
import { freshGround, vacuum } from './database.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'server' },
    rows: { type: 'string', default: '200000' },
  },
});

const PEOPLE = ['supervisor', 'north intake', 'lamp fitter'] as const;

async function main(): Promise<void> {
  const engine = values.engine === 'embedded' ? 'embedded' : 'server';
  const ground = await freshGround(engine);
  const world = await foundDistrict(ground.database, new Date().toISOString());
  await manyMatters(ground.database, world, Number(values.rows), nowOf(world));
  await vacuum(ground);
  const matterId = await someMatter(world, world.units.lamps.organisationId);
  const lines: string[] = [];
  for (const [name, read] of Object.entries(hotReads(world, matterId, nowOf(world)))) {
    for (const title of PEOPLE) {
      const ear = overhear(ground.database);
      await read({ ...world.services, database: ear.database }, world.as(title));
      for (const [at, statement] of ear.taken().entries()) {
        lines.push(line([name, title, at + 1], await warmReading(world, statement)));
      }
    }
  }
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  const file = join(folder, `${day}-plans-${engine}-${values.rows}.md`);
  const head = [
    `# How hot reads find their rows: ${values.rows} matters, ${ground.version}`,
    '',
    '| read | who | statement | ms in the database | rows of `matters` read | by |',
    '|---|---|---|---|---|---|',
  ];
  writeFileSync(file, `${[...head, ...lines].join('\n')}\n`);
  console.log(file);
  await world.services.waker.idle();
  await ground.clear();
}

/** The third time, when everything lies in memory. */
async function warmReading({ services, tenantId }: District, statement: Statement) {
  const read = () => readingOf(services.database, tenantId, 'matters', statement);
  await read();
  await read();
  return read();
}

function line(where: readonly unknown[], { milliseconds, rows, ways }: Reading): string {
  const by = ways.filter((way) => way.includes('matters') || !way.includes(' ')).join(', ');
  return `| ${where.join(' | ')} | ${milliseconds.toFixed(2)} | ${rows} | ${by} |`;
}

await main();
