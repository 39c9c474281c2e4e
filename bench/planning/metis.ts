/** METIS on the same graph, by its program `gpmetis`: contiguous k-way. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Neighbours } from './measure.ts';

export interface MetisRun {
  readonly grid: Int32Array;
  /** Its own partitioning, without reading and writing files. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** False where the machine has no `gpmetis`. */
export function hasMetis(): boolean {
  return spawnSync('gpmetis', ['-help']).error === undefined;
}

/** @param tolerance share over the mean that it may load a part with */
export function metis(
  weight: ArrayLike<number>,
  near: Neighbours,
  parts: number,
  tolerance: number,
): MetisRun {
  const folder = mkdtempSync(join(tmpdir(), 'metis-'));
  try {
    const file = join(folder, 'graph');
    writeFileSync(file, graphFile(weight, near));
    const ended = spawnSync(
      'gpmetis',
      ['-contig', '-seed=1', `-ufactor=${Math.round(tolerance * 1000)}`, file, String(parts)],
      { encoding: 'utf8', timeout: 600_000 },
    );
    if (ended.status !== 0) throw new Error(`gpmetis: ${ended.stderr || ended.stdout}`);
    const told = (pattern: RegExp): number => Number(pattern.exec(ended.stdout)?.[1] ?? Number.NaN);
    const lines = readFileSync(`${file}.part.${parts}`, 'utf8').trim().split('\n');
    return {
      grid: Int32Array.from(lines, Number),
      seconds: told(/Partitioning:\s+([\d.]+) sec/),
      megabytes: told(/Max memory used:\s+([\d.]+) MB/),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function graphFile(weight: ArrayLike<number>, { from, to }: Neighbours): string {
  const lines = Array.from(weight, (one) => [Math.round(one)]);
  for (let edge = 0; edge < from.length; edge += 1) {
    lines[Number(from[edge])]?.push(Number(to[edge]) + 1);
    lines[Number(to[edge])]?.push(Number(from[edge]) + 1);
  }
  const text = lines.map((line) => line.join(' ')).join('\n');
  return `${weight.length} ${from.length} 010 1\n${text}\n`;
}
