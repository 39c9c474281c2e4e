/** `node bench/planning/memory.ts POINTS SEED`: how far a process grows while it divides a generated city, in MB. */
import { execFileSync } from 'node:child_process';
import { partition } from '#features/planning/rules/partition/partition.ts';
import { run } from '#features/planning/rules/steps.ts';
import { city } from '#tests/worlds/planning-city.ts';
import { ASKED } from './asked.ts';

/** In a process of its own, whose high-water mark is nobody else's. */
export function megabytesFor(points: number, seed: number): number {
  const words = [import.meta.filename, String(points), String(seed)];
  return Number(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

if (import.meta.main) {
  const [points, seed] = process.argv.slice(2).map(Number);
  const place = city(Number(points), Number(seed));
  const before = process.memoryUsage().rss;
  const outcome = run(partition({ ...place, ...ASKED }));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const most = process.resourceUsage().maxRSS * 1024;
  console.log(Math.round(Math.max(0, most - before) / 1e6));
}
