import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that need a database: what serves requests, and what crosses features. */
const WITH_DATABASE = [
  'tests/{engines,faults,probes,worlds}/**/*.test.ts',
  'features/*/{server,cli}/**/*.test.ts',
  'apps/{server,cli}/**/*.test.ts',
  'platform/**/*.database.test.ts',
];

/** What takes longest begins first, so that both workers end at about the same time. */
const LONGEST = [
  'every-screen.test.ts',
  'first-steps.test.ts',
  'whole-loop.test.ts',
  'portal-seen.test.ts',
  'crash-embedded.test.ts',
  'lianxin.test.ts',
  'crash-server.test.ts',
  'probes.test.ts',
  'service-requests.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

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
    // A worker keeps its modules from file to file: what they hold beyond a test are memories
    // of pure answers and the locks of folders still open, and what a test plants is taken away.
    isolate: false,
    unstubGlobals: true,
    sequence: { sequencer: LongestFirst },
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
