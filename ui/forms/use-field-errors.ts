/** Which sentence stands at which field after a refusal; one without a field concerns the form. */
import { useTranslation } from 'react-i18next';
import { isRefused, sentencesByField } from '../client/refused.ts';
import { useRefusalSentence } from '../client/use-refusal-sentence.ts';

export interface FieldErrors {
  readonly form: string | undefined;
  of(field: string): string | undefined;
}

/**
 * @param error what the command threw, null before
 * @param missing fields the browser itself found empty
 * @param shown fields the form shows: a sentence for any other goes to the form
 */
export function useFieldErrors(
  error: unknown,
  missing: readonly string[],
  shown: readonly string[],
): FieldErrors {
  const { t } = useTranslation('ui');
  const sentence = useRefusalSentence();
  const said = isRefused(error) ? sentencesByField(error.refusal) : new Map<string, string>();
  const byField = new Map([...said].map(([field, text]) => [lastStep(field), text]));
  const homeless = [...byField].find(([field]) => !shown.includes(field));
  const failed = error !== null && error !== undefined && (byField.size === 0 || homeless);
  return {
    form: failed ? homeless?.[1] || sentence(error) : undefined,
    of: (field) => (missing.includes(field) ? t('form.missing') : byField.get(field)),
  };
}

/** `input.reason` is shown at `reason`. */
const lastStep = (field: string): string => field.split('.').at(-1) ?? '';
