/** Begins a post: its title, the roles it carries, the area it reaches over, its step of the ladder. */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaSelect } from '#features/places/web/public.ts';
import type { AreaId } from '#kernel/ids.ts';
import { ROLES, type Role } from '#kernel/role.ts';
import { FieldGroup } from '#ui/forms/field.tsx';
import { ChoiceField, FormField, TextField } from '#ui/forms/fields.tsx';
import type { Close } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { type Form, useForm } from '#ui/forms/use-form.ts';
import { createPost, getOrganisation, type OrganisationSummary } from '../contract.ts';
import { useSaySeparated } from './say-separated.ts';
import { useStepNames } from './use-step-names.ts';

interface NewPostFormProps {
  readonly organisation: Pick<OrganisationSummary, 'organisationId' | 'name' | 'areaId'>;
  readonly close: Close;
}

interface Values {
  readonly title: string;
  readonly roles: readonly Role[];
  readonly areaId: string | undefined;
  readonly rank: string;
}

export function NewPostForm({ organisation, close }: NewPostFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const steps = useStepNames();
  const { organisationId, name } = organisation;
  const empty: Values = { title: '', roles: [], areaId: organisation.areaId, rank: '1' };
  const say = useSaySeparated();
  const form = useForm({
    name: `post of ${organisationId}`,
    endpoint: createPost,
    empty,
    required: ['title', 'roles', 'areaId'],
    request: ({ title, roles, areaId, rank }) => ({
      body: {
        organisationId,
        title,
        roles: [...roles],
        areaId: (areaId ?? '') as AreaId,
        rank: Number(rank),
      },
    }),
    refresh: [getOrganisation],
    say,
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.newPost.title', { name })}
      submit={t('web.newPost.submit')}
      cancel={close.cancel}
    >
      <TextField
        form={form}
        name="title"
        label={t('web.newPost.name')}
        hint={t('web.newPost.nameHint')}
      />
      <RoleChoices form={form} />
      <div className="form-pair">
        <FormField
          form={form}
          name="areaId"
          label={t('web.newPost.area')}
          hint={t('web.newPost.areaHint')}
        >
          {(control, value, set) => (
            <AreaSelect control={control} value={value as string | undefined} choose={set} />
          )}
        </FormField>
        <ChoiceField
          form={form}
          name="rank"
          label={t('web.newPost.rank')}
          hint={t('web.newPost.rankHint')}
          choices={steps.choices}
        />
      </div>
    </FormFrame>
  );
}

function RoleChoices({ form }: { readonly form: Form<Values> }): ReactNode {
  const { t } = useTranslation('organisations');
  return (
    <FieldGroup
      label={t('web.newPost.roles')}
      hint={t('web.newPost.rolesHint')}
      error={form.errors.of('roles')}
    >
      <Checkbox.Group
        className="role-choices"
        value={[...form.values.roles]}
        onChange={(roles) => form.change({ roles })}
      >
        {ROLES.map((role) => (
          <Checkbox key={role} value={role}>
            {t(`access:web.role.${role}`)}
            <span className="role-what">{t(`access:web.roleIs.${role}`)}</span>
          </Checkbox>
        ))}
      </Checkbox.Group>
    </FieldGroup>
  );
}
