/**
 * `node bench/planning/main.ts [--points 20000] [--blocks FILE] [--limit 300]`
 * Uses `gpmetis` (Debian's package `metis`) where the machine has it. Writes a page and a
 * JSON file to bench/results.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commit, load, machine } from '../results.ts';
import { measureBlocks } from './blocks.ts';
import { type CityResult, measureCity, priceOfEvenness } from './grids.ts';
import { hasMetis } from './metis.ts';
import { pageOf, type Result } from './page.ts';
import { instance, measurePeople, type PeopleResult } from './people.ts';
import { measureRounds, type RoundsResult } from './rounds.ts';

const DATA = join(import.meta.dirname, '../../../shared/data/geography');
const { values } = parseArgs({
  options: {
    points: { type: 'string', multiple: true, default: ['20000', '100000', '1000000'] },
    blocks: { type: 'string', default: join(DATA, 'Providence_blocks.geojson') },
    limit: { type: 'string', default: '300' },
  },
});
const limit = Number(values.limit);
const MANY = 200_000;
/** Of a city of this size: starts of k-means, which take minutes each for a million points, and seeds. */
function effortFor(points: number) {
  if (points > MANY) return { starts: 1, seeds: [1], kinds: ['hard'] } as const;
  return { starts: points > 50_000 ? 2 : 5, seeds: [1, 2], kinds: ['hard', 'moderate'] } as const;
}
const tell = (what: string): void => console.error(`${new Date().toISOString()} ${what}`);

if (!hasMetis()) tell('gpmetis is not there (Debian: apt-get install metis): measured without it');
const date = new Date().toISOString();
const before = load();
const cities: CityResult[] = [];
const people: PeopleResult[] = [];
const rounds: RoundsResult[] = [];
// The first run pays for the compiler; what is measured afterwards is what a second click costs.
measureCity({ kind: 'hard', points: 4000, seed: 9 }, 1);
tell('blocks and evenness');
const blocks = existsSync(values.blocks) ? measureBlocks(values.blocks) : null;
const evenness = priceOfEvenness(20_000, 5);
for (const asked of [
  { checkpoints: 30, walkers: 1, days: 1 },
  { checkpoints: 60, walkers: 2, days: 5 },
  { checkpoints: 200, walkers: 5, days: 5 },
  { checkpoints: 60, walkers: 2, days: 5, open: 120 },
  { checkpoints: 1000, walkers: 25, days: 1 },
])
  rounds.push(measureRounds(asked));
const sizes = values.points.map(Number);
// The longest last.
sizes.filter((points) => points <= MANY).forEach(measureCities);
for (const [have, want, nearest] of [
  [22, 78, 22],
  [14, 53, 14],
  [200, 2000, 10],
  [2000, 20_000, 10],
] as const) {
  tell(`${have} people, ${want} places`);
  people.push(await measurePeople(instance(have, want, nearest), limit));
  write();
}
sizes.filter((points) => points > MANY).forEach(measureCities);

function measureCities(points: number): void {
  const { starts, seeds, kinds } = effortFor(points);
  for (const kind of kinds) {
    for (const seed of seeds) {
      tell(`${kind}, ${points} points, seed ${seed}`);
      cities.push(measureCity({ kind, points, seed }, starts));
      write();
    }
  }
}

/** After each measure, so that a run that is cut short leaves what it had. */
function write(): void {
  const result: Result = {
    ...{ date, machine: machine(), commit: commit(), node: process.version },
    ...{ load: [before, load()], limit, cities, evenness, blocks, people, rounds },
  };
  const file = join(import.meta.dirname, '../results', `${date.slice(0, 10)}-planning`);
  writeFileSync(`${file}.json`, `${JSON.stringify(result, undefined, 2)}\n`);
  writeFileSync(`${file}.md`, pageOf(result));
}
