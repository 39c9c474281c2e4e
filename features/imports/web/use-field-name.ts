/** How a field of a kind, or one of its choices, is called. */
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../contract.ts';

export function useFieldName(kind: ImportKind): (field: string, choice?: string) => string {
  const { t } = useTranslation('imports');
  return (field, choice) =>
    choice === undefined
      ? t(`web.field.${kind}.${field}`)
      : t(`web.choice.${kind}.${field}.${choice}`);
}
