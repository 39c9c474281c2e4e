/** `regrid` and `assign`: files in, files out; nothing is opened but them. */
import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  type AssignOptions,
  type AssignReport,
  assignPlaces,
  type RegridOptions,
  type RegridReport,
  regrid,
} from '#features/planning/cli/public.ts';
import { Ended, EXIT, type Exit } from './exit.ts';
import { progress } from './progress.ts';
import type { Speaker } from './say.ts';

/** How many findings are told in words; the rest is counted. */
const TOLD = 20;

export async function regridFile(
  speaker: Speaker,
  options: RegridOptions & { readonly json?: boolean },
): Promise<Exit> {
  if ((options.target === undefined) === (options.grids === undefined))
    throw new Ended('usage.one_of', { values: { what: '--target, --grids' } });
  for (const path of [options.out, options.assignments]) writable(path);
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  const bar = progress(process.stderr, '');
  const outcome = await regrid(options, { seconds, onStep: ({ part }) => bar.show(part, 0) });
  bar.end();
  if (!outcome.ok)
    throw new Ended('error.plan', { values: { reason: speaker.reason(outcome.refusal) } });
  const report = { ...outcome.value, seconds: Number(seconds().toFixed(3)) };
  const told =
    options.json === true ? JSON.stringify(report) : linesOf(speaker, options, report).join('\n');
  process.stdout.write(`${told}\n`);
  return report.findings.length === 0 && !report.stopped ? EXIT.done : EXIT.found;
}

export async function assignFile(
  speaker: Speaker,
  options: AssignOptions & { readonly json?: boolean },
): Promise<Exit> {
  writable(options.out);
  const bar = progress(process.stderr, '');
  const outcome = await assignPlaces(options, ({ part }) => bar.show(part, 0));
  bar.end();
  if (!outcome.ok)
    throw new Ended('error.plan', { values: { reason: speaker.reason(outcome.refusal) } });
  const report = outcome.value;
  const lines =
    options.json === true ? [JSON.stringify(report)] : assigned(speaker, options, report);
  process.stdout.write(`${lines.join('\n')}\n`);
  return report.unserved.length + report.below.length === 0 ? EXIT.done : EXIT.found;
}

function assigned(
  { translate, locale }: Speaker,
  { out }: AssignOptions,
  report: AssignReport,
): readonly string[] {
  const say = (key: string, values: Parameters<typeof translate>[2] = {}): string =>
    translate(locale, `planning.cli.${key}`, values);
  const { unserved, below, changed } = report;
  const { people, places, served, fewest, highest } = report;
  return [
    say('assigned', { people, places, served, fewest, highest, cost: Math.round(report.cost) }),
    say(report.proven ? 'proven' : 'unproven'),
    ...(changed === 0 ? [] : [say('changed', { count: changed })]),
    ...(below.length === 0 ? [] : [say('below', { people: below.join(', ') })]),
    ...unserved
      .slice(0, TOLD)
      .map(
        ({ place, why, full }) => `  ${say(`unserved.${why}`, { place, people: full.join(', ') })}`,
      ),
    ...(unserved.length > TOLD ? [say('more', { count: unserved.length - TOLD })] : []),
    say('assigned_to', { out }),
  ];
}

function writable(path: string): void {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
  } catch (cause) {
    throw new Ended('error.unwritable', { values: { path }, cause });
  }
}

function linesOf(
  { translate, locale }: Speaker,
  { out, assignments }: RegridOptions,
  report: RegridReport & { readonly seconds: number },
): readonly string[] {
  const say = (key: string, values: Parameters<typeof translate>[2] = {}): string =>
    translate(locale, `planning.cli.${key}`, values);
  const loads = report.grids.map(({ load }) => load);
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [
    say('done', { points: report.points, grids: loads.length, seconds: report.seconds }),
    say('loads', {
      lowest: round(Math.min(...loads)),
      highest: round(Math.max(...loads)),
      least: round(report.least),
      most: round(report.most),
      outside: report.outside,
    }),
    say('distance', { metres: Math.round(report.meanDistance) }),
    ...(report.moved === null ? [] : [say('moved', { part: (report.moved * 100).toFixed(2) })]),
    ...(report.stopped ? [say('stopped')] : []),
    ...(report.beyondBoundary === 0 ? [] : [say('beyond', { count: report.beyondBoundary })]),
    ...report.findings
      .slice(0, TOLD)
      .map((one) => `  ${say(`finding.${one['code']}`, rounded(one))}`),
    ...(report.findings.length > TOLD
      ? [say('more', { count: report.findings.length - TOLD })]
      : []),
    say('written', { out, assignments }),
  ];
}

function rounded(finding: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(
    Object.entries(finding).map(([key, value]) => [
      key,
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
    ]),
  );
}
