/** What each text of a column means here. A text without a meaning refuses its row. */
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileField, ImportKind } from '../../contract.ts';
import { useFieldName } from '../use-field-name.ts';
import type { Looked } from './looked.ts';

interface ValueWordsProps {
  readonly kind: ImportKind;
  readonly field: FileField;
  readonly column: Looked['columns'][number];
  readonly values: Readonly<Record<string, string>>;
  readonly set: (values: Record<string, string>) => void;
}

export function ValueWords({ kind, field, column, values, set }: ValueWordsProps): ReactNode {
  const { t } = useTranslation('imports');
  const fieldName = useFieldName(kind);
  const options = field.choices.map((value) => ({ value, label: fieldName(field.name, value) }));
  const change = (text: string, value: string | null | undefined): void => {
    const { [text]: _before, ...others } = values;
    set(value === null || value === undefined ? others : { ...others, [text]: value });
  };
  return (
    <ul className="value-words" aria-label={t('web.values.label', { column: column.name })}>
      {column.values.map((text) => (
        <li key={text}>
          <span className="value-text">{text}</span>
          <span aria-hidden className="muted">
            →
          </span>
          <Select
            aria-label={t('web.values.meaning', { text })}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            placeholder={t('web.values.none')}
            value={values[text] ?? null}
            options={options}
            onChange={(value: string | null | undefined) => change(text, value)}
          />
        </li>
      ))}
      {column.more && <li className="muted">{t('web.values.more')}</li>}
    </ul>
  );
}
