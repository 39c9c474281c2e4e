/** What the desk may ask of compensation schemes. Residents read and calculate on the portal's pages. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, SchemeId, SchemeVersionId } from '#kernel/ids.ts';
import {
  SCHEME_PUBLISHERS,
  SCHEME_READERS,
  SCHEME_WRITERS,
  VERSION_STATES,
  VERSION_STEPS,
} from './rules/publication/steps.ts';

export {
  SCHEME_READERS,
  type VersionState,
  type VersionStep,
} from './rules/publication/steps.ts';

const id = <T extends string>() => z.uuid().transform((value) => value as T);
const instant = z.iso.datetime();

/** Characters of a document: a scheme of forty items has about 20,000. */
const TEXT_MOST = 120_000;
export const REASON_MOST = 500;

const schemeParams = z.object({ schemeId: id<SchemeId>() });
const versionParams = z.object({ versionId: id<SchemeVersionId>() });
const text = z.string().max(TEXT_MOST);
/** The version of the record that the person saw. */
const version = z.int().min(1);

const Title = z.object({ zh: z.string(), en: z.string().nullable() });

/** Somebody's act on a version: by name, as the desk shows colleagues. */
const Act = z.object({ at: instant, by: z.string() });

const VersionHead = z.object({
  versionId: id<SchemeVersionId>(),
  schemeId: id<SchemeId>(),
  version: z.int(),
  /** Its place among the versions of the scheme, from 1. */
  number: z.int(),
  state: z.enum(VERSION_STATES),
  /** As the document says them; null where its text is none. */
  code: z.string().nullable(),
  label: z.string().nullable(),
  title: Title.nullable(),
  /** SHA-256 of the canonical document, as statements name it. */
  digest: z.string().nullable(),
  errors: z.int(),
  warnings: z.int(),
  /** Everybody whose words stand in it. */
  writers: z.array(z.string()),
  savedAt: instant,
  submitted: Act.nullable(),
  published: Act.nullable(),
  ended: Act.nullable(),
  reason: z.string().nullable(),
  /** What the reader may do with it now. */
  steps: z.array(z.enum(VERSION_STEPS)),
});
export type VersionHead = z.output<typeof VersionHead>;

const Area = z.object({ areaId: id<AreaId>(), name: z.string(), nameEn: z.string() });

const SchemeLine = z.object({
  schemeId: id<SchemeId>(),
  area: Area,
  code: z.string().nullable(),
  /** Of the version that holds, else of the newest. */
  title: Title.nullable(),
  current: VersionHead.nullable(),
  /** In the making. */
  open: VersionHead.nullable(),
  versions: z.int(),
});
export type SchemeLine = z.output<typeof SchemeLine>;

export const listSchemes = endpoint({
  id: 'relocation.schemes',
  method: 'GET',
  path: '/api/schemes',
  kind: 'read',
  audience: SCHEME_READERS,
  summary:
    'Compensation schemes of the own areas, with the version that holds and the one in the making',
  answer: z.object({
    schemes: z.array(SchemeLine),
    /** Areas for which the reader may begin a scheme. */
    areas: z.array(Area),
    /** SHA-256 of the public key that signs statements. */
    fingerprint: z.string(),
  }),
});

export const getScheme = endpoint({
  id: 'relocation.scheme',
  method: 'GET',
  path: '/api/schemes/:schemeId',
  kind: 'read',
  audience: SCHEME_READERS,
  summary: 'One scheme with all its versions, the newest first',
  params: schemeParams,
  answer: z.object({
    scheme: SchemeLine,
    versions: z.array(VersionHead),
    /** Whether the reader may begin a new version now. */
    mayBegin: z.boolean(),
  }),
  refusals: ['scheme.unknown'],
});

export const getVersion = endpoint({
  id: 'relocation.version',
  method: 'GET',
  path: '/api/scheme-versions/:versionId',
  kind: 'read',
  audience: SCHEME_READERS,
  summary: 'One version of a scheme with its text',
  params: versionParams,
  answer: VersionHead.extend({ text: z.string(), area: Area }),
  refusals: ['scheme.unknown'],
});

const Begun = z.object({
  schemeId: id<SchemeId>(),
  versionId: id<SchemeVersionId>(),
  version: z.int(),
});

export const beginScheme = endpoint({
  id: 'relocation.begin_scheme',
  method: 'POST',
  path: '/api/schemes',
  kind: 'command',
  audience: SCHEME_WRITERS,
  summary: 'Begins a scheme for an area with a first draft, whatever its text is worth yet',
  body: z.object({ areaId: id<AreaId>(), text }),
  answer: Begun,
  refusals: ['scheme.area'],
});

export const beginVersion = endpoint({
  id: 'relocation.begin_version',
  method: 'POST',
  path: '/api/schemes/:schemeId/versions',
  kind: 'command',
  audience: SCHEME_WRITERS,
  summary: 'Begins a new version of a scheme, with the text of an earlier one',
  params: schemeParams,
  body: z.object({ from: id<SchemeVersionId>() }),
  answer: Begun,
  refusals: ['scheme.unknown', 'scheme.open_version'],
});

const Stepped = z.object({
  version: z.int(),
  state: z.enum(VERSION_STATES),
  digest: z.string().nullable(),
  errors: z.int(),
});

const stepRefusals = ['scheme.unknown', 'scheme.state', 'command.stale'] as const;

export const saveVersion = endpoint({
  id: 'relocation.save_version',
  method: 'PUT',
  path: '/api/scheme-versions/:versionId',
  kind: 'command',
  audience: SCHEME_WRITERS,
  summary: 'Saves a draft, with findings or without',
  params: versionParams,
  body: z.object({ version, text }),
  answer: Stepped,
  refusals: stepRefusals,
});

export const stepVersion = endpoint({
  id: 'relocation.step_version',
  method: 'POST',
  path: '/api/scheme-versions/:versionId/steps',
  kind: 'command',
  audience: SCHEME_PUBLISHERS,
  summary:
    'Submits, sends back, publishes, withdraws or drops a version; publishing is for whoever did not write it',
  params: versionParams,
  body: z.object({
    version,
    step: z.enum(['submit', 'return', 'publish', 'withdraw', 'drop']),
    reason: z.string().trim().max(REASON_MOST).default(''),
  }),
  answer: Stepped,
  refusals: [
    ...stepRefusals,
    'access.not_allowed',
    'scheme.own_work',
    'scheme.has_errors',
    'scheme.reason_missing',
    'scheme.code_taken',
    'scheme.code_changed',
    'scheme.label_taken',
  ],
});
