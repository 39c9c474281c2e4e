/**
 * The rooms of the house and who may import whom: the table of ADR 0001, as
 * patterns over paths from the root. Everything not named here is forbidden.
 */

/** The features in their order: one may use those above it, never one below. */
export const FEATURES = [
  'planning',
  'access',
  'places',
  'organisations',
  'matters',
  'meetings',
  'activities',
  'alliance',
  'campaigns',
  'stars',
  'relocation',
  'reports',
  'imports',
] as const;

/**
 * Packages without input or output of their own, which kernel and rules may
 * use. A new one needs an ADR.
 */
export const PURE_PACKAGES = [
  'zod',
  'temporal-polyfill',
  'decimal.js',
  'delaunator',
  'highs',
  'chinese-days',
  'gcoord',
] as const;

export interface Room {
  readonly name: string;
  /** Files of the room. */
  readonly files: string;
  /** Files of ours it may import, its own included. */
  readonly mayImport: readonly string[];
  /** Which packages: all, or the pure ones only. */
  readonly packages: 'any' | 'pure';
  /** Whether Node's own modules are there: not in rules, not in a browser. */
  readonly node: boolean;
}

export const TEST_FILE = '\\.test\\.tsx?$';

const KERNEL = '^kernel/';
const PLATFORM = '^platform/';
const UI = '^ui/';

/** A part of a feature, as a folder. */
const part = (feature: string, name: string): string => `^features/${feature}/${name}/`;
/** The one entry to a feature's contract, the only file of it that others see. */
const contractOf = (feature: string): string => `^features/${feature}/contract\\.ts$`;
const contractFiles = (feature: string): string =>
  `^features/${feature}/contract(?:\\.test)?\\.ts$`;
const publicOf = (feature: string, name: string): string =>
  `^features/${feature}/${name}/public\\.tsx?$`;

/** Alternatives over the names of features; matches nothing where there are none. */
const anyOf = (names: readonly string[]): string =>
  names.length === 0 ? '(?!)' : `(?:${names.join('|')})`;

const SURFACES = ['web', 'field', 'portal'] as const;

function roomsOfFeature(feature: string, above: string): readonly Room[] {
  const rules = part(feature, 'rules');
  const contract = contractOf(feature);
  /** What stands behind the entry where a contract holds several ideas (ADR 0038). */
  const behindContract = part(feature, 'contract');
  const server = part(feature, 'server');
  const locale = part(feature, 'locale');
  const data = `^features/${feature}/data/.*\\.json$`;
  const own = [rules, contract, locale, KERNEL];
  const behindServer = [...own, data, server, PLATFORM, publicOf(above, 'server')];
  return [
    {
      name: `${feature}/rules`,
      files: rules,
      mayImport: [rules, data, KERNEL, part(above, 'rules')],
      packages: 'pure',
      node: false,
    },
    {
      name: `${feature}/contract`,
      files: contractFiles(feature),
      mayImport: [rules, contract, behindContract, KERNEL, contractOf(above)],
      packages: 'pure',
      node: false,
    },
    {
      name: `${feature}/contract/*`,
      files: behindContract,
      mayImport: [rules, behindContract, KERNEL, contractOf(above)],
      packages: 'pure',
      node: false,
    },
    {
      name: `${feature}/server`,
      files: server,
      mayImport: behindServer,
      packages: 'any',
      node: true,
    },
    {
      name: `${feature}/cli`,
      files: part(feature, 'cli'),
      mayImport: [...behindServer, part(feature, 'cli')],
      packages: 'any',
      node: true,
    },
    ...SURFACES.map((surface) => ({
      name: `${feature}/${surface}`,
      files: part(feature, surface),
      mayImport: [...own, part(feature, surface), UI, publicOf(above, surface)],
      packages: 'any' as const,
      node: false,
    })),
  ];
}

/** What the apps see of the features: public entries and texts, nothing inside. */
function entriesOfFeatures(parts: string): readonly string[] {
  return [
    `^features/[^/]+/contract\\.ts$`,
    `^features/[^/]+/${parts}/public\\.tsx?$`,
    `^features/[^/]+/locale/`,
  ];
}

/** Folders that may import anything and that nobody but themselves may import. */
const FREE = '^(?:tests|bench|scripts|demo)/';

const ROOT_FILES = '^[^/]+\\.(?:[cm]?js|ts)$';

export const ROOMS: readonly Room[] = [
  { name: 'kernel', files: KERNEL, mayImport: [KERNEL], packages: 'pure', node: false },
  ...FEATURES.flatMap((feature, position) =>
    roomsOfFeature(feature, anyOf(FEATURES.slice(0, position))),
  ),
  {
    name: 'platform',
    files: PLATFORM,
    mayImport: [PLATFORM, KERNEL],
    packages: 'any',
    node: true,
  },
  { name: 'ui', files: UI, mayImport: [UI, KERNEL], packages: 'any', node: false },
  {
    name: 'apps in the browser',
    files: '^apps/(?:web|field|wall)/',
    mayImport: [
      '^apps/(?:web|field|wall)/',
      KERNEL,
      UI,
      ...entriesOfFeatures('(?:web|field|portal)'),
    ],
    packages: 'any',
    node: false,
  },
  {
    name: 'apps',
    files: '^apps/(?:server|cli|portal|statement)/',
    mayImport: [
      '^apps/',
      KERNEL,
      PLATFORM,
      UI,
      '^demo/',
      ...entriesOfFeatures('(?:server|web|portal|field|cli)'),
    ],
    packages: 'any',
    node: true,
  },
  { name: 'bin', files: '^bin/', mayImport: ['^apps/cli/'], packages: 'any', node: true },
  {
    name: 'tests, bench, scripts, demo',
    files: FREE,
    mayImport: ['^'],
    packages: 'any',
    node: true,
  },
  { name: 'settings', files: ROOT_FILES, mayImport: ['^'], packages: 'any', node: true },
];
