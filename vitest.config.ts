import { defineConfig } from 'vitest/config';

/** Tests that need a database: what serves requests, and what crosses features. */
const WITH_DATABASE = [
  'tests/{engines,faults,probes,worlds}/**/*.test.ts',
  'features/*/{server,cli}/**/*.test.ts',
  'apps/{server,cli}/**/*.test.ts',
  'platform/**/*.database.test.ts',
];

/**
 * One project per kind, so that `vitest run --project unit` is quick.
 * A test belongs to a project by where it lies.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // How long anything may hang on a busy machine; no test asserts a time.
    testTimeout: 60_000,
    passWithNoTests: false,
    globalSetup: ['./tests/engines/global-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{kernel,platform,features,ui,apps,scripts,demo,bench}/**/*.test.{ts,tsx}'],
          exclude: WITH_DATABASE,
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: WITH_DATABASE,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'checks',
          include: ['tests/checks/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'records',
          include: ['tests/records/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
