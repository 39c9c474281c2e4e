import type { KnipConfig } from 'knip';

const settings: KnipConfig = {
  entry: [
    'bin/lianxin.js',
    'apps/*/main.{ts,tsx}',
    'apps/*/*.worker.ts',
    'scripts/*.ts',
    'bench/*.ts',
    'demo/*.ts',
    'tests/**/*.test.ts',
    '{kernel,platform,features,ui,apps}/**/*.test.{ts,tsx}',
    '.dependency-cruiser.mjs',
  ],
  project: ['**/*.{ts,tsx,js,mjs}'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreDependencies: [
    // The runtime itself: npm puts it first in the path of every script.
    'node',
  ],
};

export default settings;
