/** The results as a page to read. */
import type { BlocksResult, JudgedBlocks } from './blocks.ts';
import type { CityResult, Judged, PriceOfEvenness } from './grids.ts';
import type { PeopleResult } from './people.ts';
import type { RoundsResult } from './rounds.ts';
import { shown } from './timed.ts';

export interface Result {
  readonly date: string;
  readonly machine: string;
  readonly commit: string;
  readonly node: string;
  /** Mean number of processes that wanted a core, before and after. */
  readonly load: readonly [number, number];
  /** Seconds that HiGHS was given. */
  readonly limit: number;
  readonly cities: readonly CityResult[];
  readonly evenness: readonly PriceOfEvenness[];
  readonly blocks: BlocksResult | null;
  readonly people: readonly PeopleResult[];
  readonly rounds: readonly RoundsResult[];
}

const GOALS = {
  toKMeans: 1.02,
  toMetis: 0.94,
  roundness: 1.12,
  moved: 0.03,
  seconds: new Map([
    [20_000, 1],
    [100_000, 3],
    [1_000_000, 15],
  ]),
};

export function pageOf(result: Result): string {
  return [
    '# Planning: grids, assignments, rounds',
    '',
    `- Date: ${result.date}; commit ${result.commit}; Node ${result.node}`,
    `- Machine: ${result.machine}; load before and after: ${result.load.join(', ')} (above the cores times say little)`,
    '- Cities are generated (`tests/worlds/planning-city.ts`): hard ones with clumps whose density differs a hundredfold, moderate ones where it differs about fivefold. Target 400, ±5%.',
    '- METIS: `gpmetis -contig`, k-way, on the same Delaunay graph; its time is its processor time for the partitioning alone, ours includes triangulation.',
    '- Times are on the clock / of the processor; goals are judged on the clock.',
    '- k-means has no bounds on sizes; the best of as many starts as stand there.',
    '- Memory: how far a process of its own grows while it divides; METIS’ is what it says of itself.',
    '',
    '## Grids',
    '',
    '| city, points / grids, seed | who | outside | apart | lowest / highest load | distance to k-means (starts) | Polsby-Popper | cut | s | MB |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...result.cities.flatMap((one) => [
      cityLine(one, 'lianxin', one.ours),
      ...(one.metis === null ? [] : [cityLine(one, 'METIS', one.metis)]),
    ]),
    '',
    `| city, points, seed | distance to k-means (goal ${GOALS.toKMeans}) | distance to METIS (goal ${GOALS.toMetis}) | Polsby-Popper to METIS (goal ${GOALS.roundness}) | s (goals 1, 3, 15) | 3% leave, 5% come: moved (goal 3%) | outside | s | polygons, s |`,
    '|---|---|---|---|---|---|---|---|---|',
    ...result.cities.map(goalLine),
    '',
    '### What even sizes cost: distance to k-means without bounds, by tolerance',
    '',
    ...evennessTable(result.evenness),
    '',
    ...(result.blocks === null
      ? ['The census blocks were not there to be measured.', '']
      : blocksPage(result.blocks)),
    '## People to places, against HiGHS on the same instance',
    '',
    `HiGHS was given ${result.limit} s and reads the model from text; its costs are the linear program's, whose corners are whole.`,
    '',
    '| people × places, pairs | ours, s | cost | unserved | gaps in the proof | HiGHS, s | its cost | its state |',
    '|---|---|---|---|---|---|---|---|',
    ...result.people.map(peopleLine),
    '',
    '## Rounds, against the bound',
    '',
    'The bound knows nothing of windows: with narrow ones the gap is mostly its own.',
    '',
    '| checkpoints, walkers, days | windows | km | bound, km | gap at most | missed | s |',
    '|---|---|---|---|---|---|---|',
    ...result.rounds.map(roundsLine),
    '',
  ].join('\n');
}

function cityLine(
  { kind, points, grids, seed, starts }: CityResult,
  who: string,
  { outside, apart, lowest, highest, toKMeans, roundness, cut, times, megabytes }: Judged,
): string {
  const loads = `${lowest.toFixed(3)} / ${highest.toFixed(3)}`;
  const shape = `${toKMeans.toFixed(3)} (${starts}) | ${roundness.toFixed(3)} | ${cut}`;
  return `| ${kind}, ${points} / ${grids}, ${seed} | ${who} | ${outside} | ${apart} | ${loads} | ${shape} | ${shown(times)} | ${megabytes.toFixed(0)} |`;
}

const judged = (text: string, isMet: boolean): string => (isMet ? text : `${text} missed`);

function goalLine({ kind, points, seed, ours, metis, shapes, warm }: CityResult): string {
  const distance = metis === null ? null : ours.toKMeans / metis.toKMeans;
  const shape = metis === null ? null : ours.roundness / metis.roundness;
  const most = GOALS.seconds.get(points) ?? Number.POSITIVE_INFINITY;
  const cells = [
    judged(ours.toKMeans.toFixed(3), ours.toKMeans <= GOALS.toKMeans),
    distance === null ? 'no METIS' : judged(distance.toFixed(3), distance <= GOALS.toMetis),
    shape === null ? 'no METIS' : judged(shape.toFixed(3), shape >= GOALS.roundness),
    judged(shown(ours.times), ours.times.seconds < most),
    judged(`${(100 * warm.moved).toFixed(2)}%`, warm.moved <= GOALS.moved),
    warm.outside,
    shown(warm.times),
    shown(shapes),
  ];
  return `| ${kind}, ${points}, ${seed} | ${cells.join(' | ')} |`;
}

function evennessTable(all: readonly PriceOfEvenness[]): readonly string[] {
  const tolerances = [...new Set(all.map(({ tolerance }) => tolerance))];
  const cities = [...new Set(all.map(({ city }) => city))];
  const cell = (city: string, tolerance: number): string =>
    all.find((one) => one.city === city && one.tolerance === tolerance)?.toKMeans.toFixed(3) ?? '';
  return [
    `| 20000 points | ${tolerances.map((one) => `±${Math.round(one * 100)}%`).join(' | ')} |`,
    `|---|${tolerances.map(() => '---|').join('')}`,
    ...cities.map(
      (city) => `| ${city} | ${tolerances.map((one) => cell(city, one)).join(' | ')} |`,
    ),
  ];
}

function blocksPage(result: BlocksResult): readonly string[] {
  const { blocks, empty, wards, tolerance, times, findings, ours, city, metis } = result;
  const share = `±${tolerance * 100}%`;
  const row = (who: string, one: JudgedBlocks): string =>
    `| ${who} | ${one.outside} | ${one.apart} | ${one.lowest.toFixed(3)} / ${one.highest.toFixed(3)} | ${one.meanDistance.toFixed(0)} | ${one.toKMeans.toFixed(3)} | ${one.roundness.toFixed(3)} | ${one.cut} |`;
  return [
    `## ${blocks} census blocks of Providence (ODbL), ${empty} without people, into ${wards} grids, ${share}, on the blocks’ own borders`,
    '',
    `${shown(times)} s. Told: ${findings.length === 0 ? 'nothing' : findings.join(', ')}.`,
    '',
    `| plan | outside ${share} | apart | lowest / highest load | mean distance, m | to k-means | Polsby-Popper | cut |`,
    '|---|---|---|---|---|---|---|---|',
    row('lianxin', ours),
    row('the city’s', city),
    ...(metis === null ? [] : [row('METIS', metis)]),
    '',
  ];
}

function peopleLine(one: PeopleResult): string {
  const { highs } = one;
  const isSame = highs.cost !== null && Math.abs(highs.cost - one.cost) < 1e-3;
  const theirs =
    highs.cost === null ? 'none' : `${highs.cost.toFixed(0)}${isSame ? ', the same' : ''}`;
  const ours = `${shown(one.times)} | ${one.cost} | ${one.unserved} | ${one.gaps}`;
  return `| ${one.people} × ${one.places}, ${one.pairs} | ${ours} | ${shown(highs.times)} | ${theirs} | ${highs.status} |`;
}

function roundsLine(one: RoundsResult): string {
  const km = (metres: number): string => (metres / 1000).toFixed(1);
  return `| ${one.checkpoints}, ${one.walkers}, ${one.days} | ${one.windows} | ${km(one.metres)} | ${km(one.bound)} | ${(100 * one.gap).toFixed(1)}% | ${one.missed} | ${shown(one.times)} |`;
}
