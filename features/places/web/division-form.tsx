/** Chooses a city or county of the country and has it copied with everything below it. */
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { FieldGroup } from '#ui/forms/field.tsx';
import { TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { type Form, useForm } from '#ui/forms/use-form.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { copyDivision, type Division, findDivisions, listCopies } from '../contract.ts';

interface Values {
  readonly words: string;
  readonly code: string;
}

export function DivisionForm({ close }: { readonly close: Close }): ReactNode {
  const { t } = useTranslation('places');
  const form = useForm({
    name: 'copy division',
    endpoint: copyDivision,
    empty: { words: '', code: '' } satisfies Values,
    required: ['code'],
    request: ({ code }) => ({ body: { code } }),
    refresh: [listCopies],
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.copy.title')}
      text={t('web.copy.text')}
      submit={t('web.copy.submit')}
      cancel={close.cancel}
    >
      <TextField
        form={form}
        name="words"
        label={t('web.copy.words')}
        hint={t('web.copy.wordsHint')}
        most={60}
      />
      <Found form={form} />
    </FormFrame>
  );
}

function Found({ form }: { readonly form: Form<Values> }): ReactNode {
  const { t } = useTranslation('places');
  const words = form.values.words.trim();
  const read = useRead(findDivisions, { query: { words } }, { enabled: words !== '', keep: true });
  const error = form.errors.of('code');
  if (words === '') return error === undefined ? null : <p className="field-error">{error}</p>;
  return (
    <ReadState read={read} rows={2}>
      {({ divisions, edition }) =>
        divisions.length === 0 ? (
          <p className="muted">{t('web.copy.none')}</p>
        ) : (
          <FieldGroup
            label={t('web.copy.choose')}
            hint={t('web.copy.edition', { edition })}
            error={error}
          >
            <Radio.Group
              className="division-choices"
              value={form.values.code}
              onChange={(event) => form.change({ code: String(event.target.value) })}
            >
              {divisions.map((division) => (
                <Radio key={division.code} value={division.code}>
                  <DivisionLine division={division} />
                </Radio>
              ))}
            </Radio.Group>
          </FieldGroup>
        )
      }
    </ReadState>
  );
}

function DivisionLine({ division }: { readonly division: Division }): ReactNode {
  const { t } = useTranslation('places');
  const { name, above, code, towns, villages } = division;
  return (
    <>
      <strong>{name}</strong>{' '}
      <span className="muted">
        {above.join(' / ')} · {code} · {t('web.copy.towns', { count: towns })} ·{' '}
        {t('web.copy.villages', { count: villages })}
      </span>
    </>
  );
}
