/** The steps of the audit that an imported record makes: the first, or one more where it says something else now. */
import type { Context } from '#kernel/context.ts';
import type { Change } from '#platform/command/change.ts';
import { maskFreeText } from '#platform/protection/masks.ts';
import { searchVector } from '#platform/search/words.ts';
import type { Services } from '#platform/services.ts';
import type { Matter } from '../../rules/matter.ts';
import { matterAggregate } from '../aggregates.ts';
import { begin } from '../report.ts';
import { commitmentOf } from '../words-of-action.ts';
import type { MatterRow } from './fields.ts';
import type { ChangedMatter } from './known-matters.ts';

type Protecting = Pick<Services, 'protection'>;
type Details = NonNullable<Change['details']>;

export interface ImportStep {
  readonly change: Change;
  /** Words of the answer, as a row beside the event. */
  readonly words: readonly unknown[] | undefined;
}

/** A record and what it comes to. */
export interface Taken {
  readonly row: MatterRow;
  readonly matter: Matter;
  /** Fields of the record that cannot be and were left empty. */
  readonly left: readonly string[];
}

export function firstStep(
  services: Protecting,
  context: Context,
  { row: { values, digest }, matter, left }: Taken,
): ImportStep {
  const first = begin(services, context, matter);
  const resolution = maskFreeText(values.resolution ?? '');
  return {
    change: {
      ...first,
      kind: 'matter.import',
      set: { ...first.set, externalKey: values.key, sourceDigest: digest },
      details: detailsOf(services, context, resolution, left),
    },
    words: wordsOf(context, matter, resolution),
  };
}

export function nextStep(
  services: Protecting,
  context: Context,
  before: ChangedMatter,
  { row: { values, digest }, matter: after, left }: Taken,
): ImportStep {
  const { matter, auditHead } = before;
  const said = maskFreeText(values.resolution ?? '');
  const resolution = said === (before.resolution ?? '') ? '' : said;
  const texts = TEXTS.filter(([name]) => after[name] !== matter[name]);
  return {
    change: {
      type: matterAggregate.type,
      table: matterAggregate.table,
      idColumn: matterAggregate.idColumn,
      authority: matterAggregate.authority,
      id: matter.matterId,
      kind: 'matter.import_update',
      before: { version: matter.version, auditHead },
      set: { ...differences(matter, after), sourceDigest: digest },
      ...(texts.length > 0 && {
        protected: Object.fromEntries(
          texts.map(([name, column]) => [
            name,
            {
              ciphertext: after[name],
              commitment: commitmentOf(services, context, column, after[name]),
            },
          ]),
        ),
        derived: { words: searchVector(after.title, after.description, after.placeText) },
      }),
      details: detailsOf(services, context, resolution, left),
    },
    words: wordsOf(context, after, resolution),
  };
}

const TEXTS = [
  ['title', 'matters.title'],
  ['description', 'matters.description'],
  ['placeText', 'matters.place_text'],
] as const;

const NO_COLUMNS = new Set<string>([...TEXTS.map(([name]) => name), 'version']);

function differences(before: Matter, after: Matter): Change['set'] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) =>
        !NO_COLUMNS.has(name) && JSON.stringify(value) !== JSON.stringify(old.get(name)),
    ),
  );
}

function detailsOf(
  services: Protecting,
  context: Context,
  resolution: string,
  left: readonly string[],
): Details {
  return {
    ...(left.length > 0 && { left: [...left] }),
    ...(resolution !== '' && {
      words: commitmentOf(services, context, 'matter_texts.body', resolution),
    }),
  };
}

export const WORDS_COLUMNS = ['tenant_id', 'matter_id', 'version', 'body', 'told', 'confidential'];

/** What the other system answered was told there. */
function wordsOf(
  { tenantId }: Context,
  { matterId, version }: Matter,
  resolution: string,
): readonly unknown[] | undefined {
  return resolution === '' ? undefined : [tenantId, matterId, version, resolution, true, false];
}
