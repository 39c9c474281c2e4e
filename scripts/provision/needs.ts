/** What the tests need of the machine, and whether it is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Need {
  readonly name: string;
  readonly isThere: () => boolean;
  /** Debian packages that bring it. */
  readonly packages: () => readonly string[];
}

const OLDEST_POSTGRESQL = 15;

function inPath(...commands: readonly string[]): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commands.some((command) => folders.some((folder) => existsSync(join(folder, command))));
}

/** Major versions of PostgreSQL servers under Debian's folder, new enough, newest first. */
function servers(): readonly number[] {
  return globSync('/usr/lib/postgresql/*/bin/initdb')
    .map((path) => Number(path.split('/')[4]))
    .filter((version) => version >= OLDEST_POSTGRESQL)
    .sort((a, b) => b - a);
}

/** The version this release of Debian calls `postgresql`. */
function releaseVersion(): number | null {
  const { stdout } = spawnSync('apt-cache', ['depends', 'postgresql'], { encoding: 'utf8' });
  const version = /Depends: postgresql-(\d+)/.exec(stdout ?? '')?.[1];
  return version === undefined ? null : Number(version);
}

function hasPostgis(version: number): boolean {
  return existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`);
}

/** Outside Debian's folders: asks the installation itself. */
function pgConfig(question: string): string {
  return spawnSync('pg_config', [question], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

export const NEEDS: readonly Need[] = [
  {
    name: 'Chromium',
    isThere: () => inPath('chromium', 'chromium-browser', 'google-chrome'),
    packages: () => ['chromium'],
  },
  {
    name: 'Chinese fonts (Noto CJK)',
    isThere: () =>
      globSync('/usr/share/fonts/**/*{CJK,wqy,SourceHan}*').length > 0 ||
      (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '') !== '',
    packages: () => ['fonts-noto-cjk'],
  },
  {
    name: `PostgreSQL ${OLDEST_POSTGRESQL} or newer`,
    isThere: () => servers().length > 0 || existsSync(join(pgConfig('--bindir'), 'initdb')),
    packages: () => ['postgresql'],
  },
  {
    name: 'PostGIS 3',
    isThere: () =>
      servers().some(hasPostgis) ||
      existsSync(join(pgConfig('--sharedir'), 'extension/postgis.control')),
    packages: () => {
      const version = servers()[0] ?? releaseVersion() ?? OLDEST_POSTGRESQL;
      return [`postgresql-${version}-postgis-3`];
    },
  },
];
