/** Which sheet, and which of its rows the heading is, where a person sees that the guess is wrong. */
import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#ui/forms/field.tsx';
import type { Looked, LookedAt } from './looked.ts';

interface HeadingChoiceProps {
  readonly looked: Looked;
  readonly choose: (at: LookedAt) => void;
}

const MOST_ROW = 50;

export function HeadingChoice({ looked, choose }: HeadingChoiceProps): ReactNode {
  const { t } = useTranslation('imports');
  const { sheets, sheet, heading } = looked;
  if (heading === null) return null;
  return (
    <div className="heading-choice">
      {sheets.length > 1 && (
        <Field label={t('web.heading.sheet')}>
          {(control) => (
            <Select
              {...control}
              value={sheet}
              options={sheets.map((name, at) => ({ value: at + 1, label: name }))}
              onChange={(next: number) => choose({ sheet: next })}
            />
          )}
        </Field>
      )}
      <Field label={t('web.heading.row')}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={MOST_ROW}
            value={heading.row}
            onChange={(row) => {
              if (row !== null) choose({ sheet, heading: { ...heading, row } });
            }}
          />
        )}
      </Field>
      <Field label={t('web.heading.rows')}>
        {(control) => (
          <Select
            {...control}
            value={heading.rows}
            options={[1, 2, 3].map((rows) => ({
              value: rows,
              label: t('web.heading.rowsOf', { count: rows }),
            }))}
            onChange={(rows: number) => choose({ sheet, heading: { ...heading, rows } })}
          />
        )}
      </Field>
      <p className="muted">{t('web.heading.found', { count: looked.rows })}</p>
    </div>
  );
}
