/** What the desk may ask of imports. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { ImportRunId } from '#kernel/ids.ts';
import { Heading, Mapping } from '#kernel/mapping.ts';
import { IMPORTING_ROLES, KINDS } from './rules/kinds.ts';
import { RUN_STATES } from './rules/states.ts';
import { KEPT_REASONS } from './rules/take-back.ts';

export { type FileField, fieldsToGuess, knownBy, placeWords } from './rules/fields.ts';
export { guessFields, guessValues } from './rules/guess.ts';
export { IMPORTING_ROLES, type ImportKind, kindsFor } from './rules/kinds.ts';
export { isWorking, type RunState } from './rules/states.ts';

/** Bytes of a file that is brought to the desk; the command takes larger ones. */
export const FILE_LIMIT = 50 * 1024 * 1024;
/** Problems that are kept and shown; all others are counted. */
export const MOST_PROBLEMS = 500;

const runId = z.uuid().transform((value) => value as ImportRunId);
const kind = z.enum(KINDS);
const runParams = z.object({ runId });
const versionBody = z.object({ version: z.number().int().positive() });
const stepped = z.object({ version: z.number().int() });

const Counts = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  leftEmpty: z.number().int(),
  takenBack: z.number().int(),
  kept: z.number().int(),
});
export type Counts = z.output<typeof Counts>;

const Problem = z.object({ code: z.string(), message: z.string() });

export const ImportRun = z.object({
  runId,
  version: z.number().int(),
  kind,
  fileName: z.string(),
  state: z.enum(RUN_STATES),
  /** Who brought the file; null where it is no longer known. */
  by: z.string().nullable(),
  own: z.boolean(),
  begunAt: z.string(),
  importedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** Part of the present work that is done, 0 to 1. */
  progress: z.number(),
  counts: Counts,
  problem: Problem.nullable(),
});
export type ImportRun = z.output<typeof ImportRun>;

export const listRuns = endpoint({
  id: 'imports.list',
  method: 'GET',
  path: '/api/imports',
  kind: 'read',
  audience: IMPORTING_ROLES,
  summary: 'Runs of imports: own ones, and those of others over areas one administers',
  query: z.object({ kind: kind.optional() }),
  answer: z.object({ runs: z.array(ImportRun) }),
});

const FileFieldAnswer = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'integer', 'boolean', 'day', 'instant', 'point', 'shape']),
  required: z.boolean(),
  choices: z.array(z.string()),
});

export const importFields = endpoint({
  id: 'imports.fields',
  method: 'GET',
  path: '/api/imports/kinds/:kind/fields',
  kind: 'read',
  audience: IMPORTING_ROLES,
  summary: 'The fields of a kind of record, and which of them its rows are known by',
  params: z.object({ kind }),
  answer: z.object({ key: z.string(), fields: z.array(FileFieldAnswer) }),
});

export const importTemplate = endpoint({
  id: 'imports.template',
  method: 'GET',
  path: '/api/imports/kinds/:kind/template.xlsx',
  kind: 'read',
  audience: IMPORTING_ROLES,
  summary: 'A workbook with the columns of a kind, an example and what each column means',
  params: z.object({ kind }),
  media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const bringFile = endpoint({
  id: 'imports.bring',
  method: 'POST',
  path: '/api/imports/kinds/:kind/files',
  kind: 'command',
  audience: IMPORTING_ROLES,
  summary: 'Brings a file (multipart field `file`); nothing is imported yet',
  params: z.object({ kind }),
  answer: z.object({ runId }),
  refusals: ['access.not_allowed', 'file.unreadable', 'file.too_large', 'file.bomb'],
});

export const lookIntoFile = endpoint({
  id: 'imports.look',
  method: 'GET',
  path: '/api/imports/:runId/columns',
  kind: 'read',
  audience: IMPORTING_ROLES,
  summary: 'The columns of the file with what stands in them, and the matching used last time',
  params: runParams,
  query: z.object({
    sheet: z.coerce.number().int().min(1).max(200).optional(),
    row: z.coerce.number().int().min(1).max(50).optional(),
    rows: z.coerce.number().int().min(1).max(3).optional(),
  }),
  answer: z.object({
    sheets: z.array(z.string()),
    sheet: z.number().int(),
    heading: Heading.nullable(),
    geojson: z.boolean(),
    rows: z.number().int(),
    columns: z.array(
      z.object({
        name: z.string(),
        /** Different texts, the first of them; `more` where there are others. */
        values: z.array(z.string()),
        more: z.boolean(),
      }),
    ),
    /** Of the run itself, else of the last one with the same headings. */
    known: Mapping.nullable(),
    remembered: z.boolean(),
  }),
  refusals: [
    'import.run_unknown',
    'import.run_state',
    'file.unreadable',
    'file.bomb',
    'file.too_large',
    'input.encoding',
    'import.mapping',
  ],
});

export const getRun = endpoint({
  id: 'imports.get',
  method: 'GET',
  path: '/api/imports/:runId',
  kind: 'read',
  audience: IMPORTING_ROLES,
  summary: 'A run: how far it is, what came in and what did not',
  params: runParams,
  answer: z.object({
    run: ImportRun,
    /** Columns of the file that are matched, in its order, each with its field. */
    matched: z.array(z.object({ column: z.string(), field: z.string() })),
    problems: z.array(
      z.object({
        row: z.number().int(),
        column: z.string(),
        code: z.string(),
        message: z.string(),
        cells: z.record(z.string(), z.string()),
      }),
    ),
    /** Rows that were refused, by reason. */
    reasons: z.array(z.object({ code: z.string(), message: z.string(), count: z.number().int() })),
  }),
  refusals: ['import.run_unknown'],
});

export const problemsFile = endpoint({
  id: 'imports.problems_file',
  method: 'GET',
  path: '/api/imports/:runId/problems.csv',
  kind: 'read',
  audience: IMPORTING_ROLES,
  summary: 'What was not taken, as a file for a spreadsheet',
  params: runParams,
  media: 'text/csv; charset=utf-8',
  refusals: ['import.run_unknown'],
});

export const matchColumns = endpoint({
  id: 'imports.match',
  method: 'POST',
  path: '/api/imports/:runId/match',
  kind: 'command',
  audience: IMPORTING_ROLES,
  summary: 'Says which column is which field; the file is then checked, nothing is imported',
  params: runParams,
  body: z.object({ version: z.number().int().positive(), mapping: Mapping }),
  answer: stepped,
  refusals: ['import.run_unknown', 'import.run_state', 'import.mapping', 'command.stale'],
});

const step = (name: 'take' | 'drop' | 'undo', summary: string) =>
  endpoint({
    id: `imports.${name}`,
    method: 'POST',
    path: `/api/imports/:runId/${name}`,
    kind: 'command',
    audience: IMPORTING_ROLES,
    summary,
    params: runParams,
    body: versionBody,
    answer: stepped,
    refusals: ['import.run_unknown', 'import.run_state', 'command.stale'],
  });

export const takeIn = step('take', 'Imports what the check let through');
export const dropRun = step('drop', 'Gives a file up before anything came in');
export const undoRun = step('undo', 'Takes back what a run brought, as far as it can be');

const Kept = z.object({
  type: z.string(),
  name: z.string(),
  reason: z.enum(KEPT_REASONS),
  usedBy: z.string().nullable(),
  /** More of the same type and reason than are named. */
  count: z.number().int(),
});

export const previewUndo = endpoint({
  id: 'imports.preview_undo',
  method: 'GET',
  path: '/api/imports/:runId/undo',
  kind: 'read',
  audience: IMPORTING_ROLES,
  summary: 'What undoing would end, put back and leave as it is, with the reasons',
  params: runParams,
  answer: z.object({
    ends: z.number().int(),
    restores: z.number().int(),
    keeps: z.number().int(),
    kept: z.array(Kept),
  }),
  refusals: ['import.run_unknown', 'import.run_state'],
});
