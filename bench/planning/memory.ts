/** `node bench/planning/memory.ts KIND POINTS SEED`: how far a process grows while it divides a generated city, in MB. */
import { execFileSync } from 'node:child_process';
import { partition } from '#features/planning/rules/partition/partition.ts';
import { run } from '#features/planning/rules/steps.ts';
import { ASKED, CITIES, type Kind } from './asked.ts';

/** In a process of its own, whose high-water mark is nobody else's. */
export function megabytesFor(kind: Kind, points: number, seed: number): number {
  const words = [import.meta.filename, kind, String(points), String(seed)];
  return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

if (import.meta.main) {
  const [points, seed] = process.argv.slice(3).map(Number);
  const make = process.argv[2] === 'moderate' ? CITIES.moderate : CITIES.hard;
  const place = make(Number(points), Number(seed));
  const before = process.memoryUsage().rss;
  const outcome = run(partition({ ...place, ...ASKED }));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const most = process.resourceUsage().maxRSS * 1024;
  console.log(Math.round(Math.max(0, most - before) / 1e6));
}
