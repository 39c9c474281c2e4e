/** Renaming an organisation, saying how residents reach it, and ending it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import {
  type Contact,
  changeContact,
  closeOrganisation,
  getOrganisation,
  listOrganisations,
  type OrganisationSummary,
  renameOrganisation,
} from '../contract.ts';
import { CONTACT_LIMITS } from '../rules/contact.ts';

interface OrganisationFormProps {
  readonly organisation: Pick<OrganisationSummary, 'organisationId' | 'version' | 'name'>;
  readonly close: Close;
}

const CHANGED = [listOrganisations, getOrganisation];

export function RenameForm({ organisation, close }: OrganisationFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { organisationId, version } = organisation;
  const form = useForm({
    name: `rename ${organisationId}`,
    endpoint: renameOrganisation,
    empty: { name: organisation.name },
    required: ['name'],
    request: ({ name }) => ({ params: { organisationId }, body: { version, name } }),
    refresh: CHANGED,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.rename.title')}
      text={t('web.rename.text')}
      submit={t('web.rename.submit')}
      cancel={close.cancel}
    >
      <TextField form={form} name="name" label={t('web.rename.name')} />
    </FormFrame>
  );
}

interface ContactFormProps extends OrganisationFormProps {
  readonly organisation: OrganisationFormProps['organisation'] & Contact;
}

const PARTS = ['phone', 'address', 'hours'] as const;

/** What is left empty is no longer told. */
export function ContactForm({ organisation, close }: ContactFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { organisationId, version, name } = organisation;
  const form = useForm({
    name: `contact ${organisationId}`,
    endpoint: changeContact,
    empty: {
      phone: organisation.phone ?? '',
      address: organisation.address ?? '',
      hours: organisation.hours ?? '',
    },
    request: (values) => {
      const told = PARTS.filter((part) => values[part].trim() !== '');
      const contact = Object.fromEntries(told.map((part) => [part, values[part]]));
      return { params: { organisationId }, body: { version, ...contact } };
    },
    refresh: CHANGED,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.contact.title', { name })}
      text={t('web.contact.text')}
      submit={t('web.contact.submit')}
      cancel={close.cancel}
    >
      {PARTS.map((part) => (
        <TextField
          key={part}
          form={form}
          name={part}
          label={t(`web.contact.${part}`)}
          hint={t(`web.contact.${part}Hint`)}
          most={CONTACT_LIMITS[part]}
          optional
        />
      ))}
    </FormFrame>
  );
}

export function CloseOrganisationForm({ organisation, close }: OrganisationFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { organisationId, version, name } = organisation;
  const form = useForm({
    name: `close ${organisationId}`,
    endpoint: closeOrganisation,
    empty: {},
    request: () => ({ params: { organisationId }, body: { version } }),
    refresh: CHANGED,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.closing.title', { name })}
      text={t('web.closing.text')}
      submit={t('web.closing.submit')}
      grave
      cancel={close.cancel}
    />
  );
}
