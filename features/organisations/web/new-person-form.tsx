/** Adds a person who is to hold posts. Only the name is needed. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { addPerson, searchPeople } from '../contract.ts';

interface NewPersonFormProps {
  readonly close: Close;
  readonly added: (personId: string) => void;
}

export function NewPersonForm({ close, added }: NewPersonFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const form = useForm({
    name: 'person',
    endpoint: addPerson,
    empty: { name: '', phone: '', code: '' },
    required: ['name'],
    request: ({ name, phone, code }) => ({
      body: { name, ...(phone !== '' && { phone }), ...(code.trim() !== '' && { code }) },
    }),
    refresh: [searchPeople],
    done: ({ personId }) => {
      close.done();
      added(personId);
    },
  });
  return (
    <FormFrame
      form={form}
      label={t('web.people.add')}
      text={t('web.people.addText')}
      submit={t('web.people.submit')}
      cancel={close.cancel}
    >
      <TextField form={form} name="name" label={t('web.people.name')} most={60} />
      <div className="form-pair">
        <TextField
          form={form}
          name="phone"
          type="tel"
          label={t('web.people.phone')}
          hint={t('web.people.phoneHint')}
          most={30}
          optional
        />
        <TextField
          form={form}
          name="code"
          label={t('web.people.code')}
          hint={t('web.people.codeHint')}
          most={60}
          optional
        />
      </div>
    </FormFrame>
  );
}
