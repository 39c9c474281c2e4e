/**
 * Brings what the tests need. On Debian and Ubuntu as root it is installed;
 * elsewhere what is missing is named. Nothing is left out in silence.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { NEEDS, type Need } from './needs.ts';

export interface Machine {
  readonly mayInstall: boolean;
  /** @returns whether it succeeded */
  readonly aptGet: (args: readonly string[]) => boolean;
}

export function thisMachine(): Machine {
  return {
    mayInstall: existsSync('/usr/bin/apt-get') && process.getuid?.() === 0,
    aptGet: (args) =>
      spawnSync('apt-get', args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
  };
}

/** @returns names of what is still missing at the end */
export function provision(machine: Machine, needs: readonly Need[] = NEEDS): readonly string[] {
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length === 0) return [];
  console.log(`missing: ${missing.map((need) => need.name).join(', ')}`);
  if (machine.mayInstall && machine.aptGet(['update', '-q'])) install(machine, missing);
  return needs.filter((need) => !need.isThere()).map(describe);
}

function install(machine: Machine, missing: readonly Need[]): void {
  const packages = missing.flatMap((need) => need.packages());
  machine.aptGet(['install', '-y', '-q', '--no-install-recommends', ...packages]);
}

function describe(need: Need): string {
  return `${need.name} (on Debian: ${need.packages().join(' ')})`;
}
