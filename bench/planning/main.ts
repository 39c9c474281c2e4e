/**
 * `node bench/planning/main.ts [--points 20000] [--blocks FILE]`
 * Needs `gpmetis` (Debian's package `metis`). Writes a page and a JSON file to bench/results.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commit, load, machine } from '../results.ts';
import { type BlocksResult, measureBlocks } from './blocks.ts';
import { type CityResult, type Judged, measureCity } from './grids.ts';
import { instance, measurePeople, type PeopleResult } from './people.ts';

const { values } = parseArgs({
  options: {
    points: { type: 'string', multiple: true, default: ['20000', '100000', '1000000'] },
    blocks: {
      type: 'string',
      default: join(
        import.meta.dirname,
        '../../../shared/data/geography/Providence_blocks.geojson',
      ),
    },
  },
});

const before = load();
// The first run pays for the compiler; what is measured afterwards is what a second click costs.
measureCity(4000, 9);
const cities = values.points.map((points) => measureCity(Number(points), 1));
const blocks = existsSync(values.blocks) ? measureBlocks(values.blocks) : null;
const people: PeopleResult[] = [];
for (const [have, want, nearest] of [
  [22, 78, 22],
  [14, 53, 14],
  [200, 2000, 10],
  [2000, 20_000, 10],
] as const)
  people.push(await measurePeople(instance(have, want, nearest)));

const result = {
  ...{
    date: new Date().toISOString(),
    machine: machine(),
    commit: commit(),
    node: process.version,
  },
  ...{ load: [before, load()], cities, blocks, people },
};
const file = join(import.meta.dirname, '../results', `${result.date.slice(0, 10)}-planning`);
writeFileSync(`${file}.json`, `${JSON.stringify(result, undefined, 2)}\n`);
writeFileSync(`${file}.md`, page());
console.log(`${file}.md`);

function page(): string {
  return [
    '# Planning: grids and assignments',
    '',
    `- Date: ${result.date}; commit ${result.commit}; Node ${result.node}`,
    `- Machine: ${result.machine}; load before and after: ${result.load.join(', ')} (above the cores times say little)`,
    '- Cities are generated (`tests/worlds/planning-city.ts`): clumps whose density differs a hundredfold. Target 400, ±5%.',
    '- METIS: `gpmetis -contig`, k-way, on the same Delaunay graph; its time is the partitioning alone, ours includes triangulation.',
    '- Memory: ours is what the process grew by, METIS’ what it says of itself.',
    '',
    '| points / grids | who | outside | apart | lowest / highest load | distance to k-means | Polsby-Popper | cut | s | MB |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...cities.flatMap((one) => [line(one, one.ours), line(one, one.metis)]),
    '',
    '| points | distance, ours / METIS (goal 0.94) | Polsby-Popper, ours / METIS (goal 1.12) | polygons, s | 3% leave, 5% come: moved (goal 3%) | outside | s |',
    '|---|---|---|---|---|---|---|',
    ...cities.map(comparison),
    '',
    ...(blocks === null ? [] : blocksPage(blocks)),
    '## People to places, against HiGHS',
    '',
    '| people × places, pairs | ours, s | cost | gaps in the proof | unserved | HiGHS, s | its cost | its state |',
    '|---|---|---|---|---|---|---|---|',
    ...people.map(peopleLine),
    '',
  ].join('\n');
}

function line({ points, grids }: CityResult, one: Judged): string {
  const numbers = [
    one.toKMeans.toFixed(3),
    one.roundness.toFixed(3),
    one.cut,
    one.seconds.toFixed(2),
    one.megabytes.toFixed(0),
  ];
  const loads = `${one.lowest.toFixed(3)} / ${one.highest.toFixed(3)}`;
  return `| ${points} / ${grids} | ${one.who} | ${one.outside} | ${one.apart} | ${loads} | ${numbers.join(' | ')} |`;
}

function comparison({ points, ours, metis, shapesSeconds, warm }: CityResult): string {
  const cells = [
    (ours.toKMeans / metis.toKMeans).toFixed(3),
    (ours.roundness / metis.roundness).toFixed(3),
    shapesSeconds.toFixed(2),
    `${(100 * warm.moved).toFixed(2)}%`,
    warm.outside,
    warm.seconds.toFixed(2),
  ];
  return `| ${points} | ${cells.join(' | ')} |`;
}

function blocksPage({
  blocks: count,
  wards,
  seconds,
  ours,
  city,
}: BlocksResult): readonly string[] {
  const row = (who: string, one: typeof ours): string =>
    `| ${who} | ${one.outside} | ${one.apart} | ${one.lowest.toFixed(3)} / ${one.highest.toFixed(3)} | ${one.meanDistance.toFixed(0)} | ${one.cut} |`;
  return [
    `## ${count} census blocks of Providence (ODbL) into ${wards} grids, ±2%, on the blocks’ own borders`,
    '',
    `${seconds.toFixed(2)} s.`,
    '',
    '| plan | outside 2% | apart | lowest / highest load | mean distance, m | cut |',
    '|---|---|---|---|---|---|',
    row('lianxin', ours),
    row('the city’s', city),
    '',
  ];
}

function peopleLine({ people: have, places, pairs, highs, ...ours }: PeopleResult): string {
  const theirs =
    highs === null ? ['', '', 'did not end'] : [highs.seconds.toFixed(2), highs.cost, highs.status];
  return `| ${have} × ${places}, ${pairs} | ${[ours.seconds.toFixed(3), ours.cost, ours.gaps, ours.unserved, ...theirs].join(' | ')} |`;
}
