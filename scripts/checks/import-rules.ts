/** The rooms as rules of dependency-cruiser: all of them errors. */
import type { IForbiddenRuleType } from 'dependency-cruiser';
import { PURE_PACKAGES, ROOMS, type Room, TEST_FILE } from './rooms.ts';

const PACKAGES = '(?:^|/)node_modules/';
const PURE = `${PACKAGES}(?:${PURE_PACKAGES.join('|').replaceAll('.', '\\.')})(?:/|$)`;
/** What tests may use beyond their room: builders of small worlds. */
const TEST_HELP = '^tests/';

function ownFilesRule(room: Room, forTests: boolean): IForbiddenRuleType {
  const mayImport = forTests ? [...room.mayImport, TEST_HELP] : room.mayImport;
  return {
    name: `${room.name}: imports${forTests ? ' of tests' : ''}`,
    severity: 'error',
    comment: `may import: ${mayImport.join('  ')}`,
    from: filesOf(room, forTests),
    to: {
      pathNot: [...mayImport, PACKAGES],
      dependencyTypesNot: ['core'],
      couldNotResolve: false,
    },
  };
}

function packagesRule(room: Room): IForbiddenRuleType {
  return {
    name: `${room.name}: packages`,
    severity: 'error',
    comment: `only packages without input or output: ${PURE_PACKAGES.join(', ')}`,
    from: filesOf(room, false),
    to: { path: PACKAGES, pathNot: PURE },
  };
}

function nodeRule(room: Room): IForbiddenRuleType {
  return {
    name: `${room.name}: node`,
    severity: 'error',
    comment: 'runs in the browser too, where Node has no modules',
    from: filesOf(room, false),
    to: { dependencyTypes: ['core'] },
  };
}

/** The files of a room, either its tests or all the others. */
function filesOf(room: Room, tests: boolean): { path: string; pathNot?: string } {
  return tests
    ? { path: room.files.replace('^', `^(?=.*${TEST_FILE})`) }
    : { path: room.files, pathNot: TEST_FILE };
}

function rulesOf(room: Room): readonly IForbiddenRuleType[] {
  return [
    ownFilesRule(room, false),
    ownFilesRule(room, true),
    ...(room.packages === 'pure' ? [packagesRule(room)] : []),
    ...(room.node ? [] : [nodeRule(room)]),
  ];
}

/** Rules about every file, whichever its room. */
const EVERYWHERE: readonly IForbiddenRuleType[] = [
  {
    name: 'no cycle',
    severity: 'error',
    comment: 'two files that need each other are one file, or three',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no import that leads nowhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no package that is not in package.json',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no development package in the running system',
    severity: 'error',
    from: {
      path: '^(?:kernel|platform|features|ui|apps)/',
      pathNot: [TEST_FILE, '\\.config\\.ts$'],
    },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no way past the entry of a contract',
    severity: 'error',
    comment: 'tests, bench and demo too import contract.ts, so that its files may be cut anew',
    from: { pathNot: '^features/[^/]+/contract(?:\\.ts$|/)' },
    to: { path: '^features/[^/]+/contract/' },
  },
  {
    name: 'no import of a test',
    severity: 'error',
    comment: 'what two tests share stands in tests/',
    from: {},
    to: { path: TEST_FILE },
  },
];

export const IMPORT_RULES: IForbiddenRuleType[] = [...ROOMS.flatMap(rulesOf), ...EVERYWHERE];
