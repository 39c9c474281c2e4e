/** A record as the matter it stands for. */
import { maskFreeText } from '#platform/protection/masks.ts';
import { TITLE_LIMIT } from '../../contract.ts';
import type { ImportedPast } from '../../rules/imported-past.ts';
import type { Matter } from '../../rules/matter.ts';
import { BLANK, firstWords } from '../report.ts';
import type { MatterValues } from './fields.ts';
import type { AreaAndGrid } from './places.ts';

/** What a record says, without what makes the matter this one. */
export type Told = Omit<Matter, 'matterId' | 'version' | 'number' | 'reporterId'>;

export interface Found {
  readonly past: ImportedPast;
  readonly place: AreaAndGrid;
  readonly categoryId: Matter['categoryId'];
  readonly organisationId: Matter['handlerOrganisationId'];
}

const WITH_HANDLER: readonly Matter['state'][] = ['dispatched', 'handling', 'closed', 'evaluated'];
const HANDLED: readonly Matter['state'][] = ['handling', 'closed', 'evaluated'];

export function toldBy(values: MatterValues, found: Found): Told {
  const { past, place, categoryId } = found;
  const { state, filedAt } = past.columns;
  const unit = WITH_HANDLER.includes(state) ? found.organisationId : null;
  const { reporterId: _nobody, ...blank } = BLANK;
  return {
    ...blank,
    ...place,
    ...past.columns,
    filedAreaPath: filedAt === null ? null : place.areaPath,
    title: titleOf(values),
    description: maskFreeText(values.description ?? ''),
    placeText: maskFreeText(values.placeText ?? ''),
    categoryId,
    source: 'import',
    lng: values.place?.lng ?? null,
    lat: values.place?.lat ?? null,
    exactness: values.place?.exactness ?? 'none',
    // Nobody has looked whether it is about a person or a home: then it may be.
    personal: values.personal ?? true,
    handlerOrganisationId: unit,
    handledByOrganisations: unit !== null && HANDLED.includes(state) ? [unit] : [],
  };
}

function titleOf({ title, description, category, categoryGroup }: MatterValues): string {
  const own = title ?? (description === null ? null : firstWords(description));
  const text = own ?? category ?? categoryGroup ?? '';
  const characters = Array.from(maskFreeText(text));
  return characters.length <= TITLE_LIMIT
    ? characters.join('')
    : `${characters.slice(0, TITLE_LIMIT - 1).join('')}…`;
}
