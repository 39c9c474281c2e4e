/** A view's name and with whom it is shared; for one that exists also whether it takes what is seen now. */
import { Button, Checkbox, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import { VIEW_NAME_LIMIT, type View } from '#features/matters/contract.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import { Field } from '#ui/forms/field.tsx';
import { useFieldErrors } from '#ui/forms/use-field-errors.ts';
import type { FilterControl } from '../filter/use-filter.ts';
import { isAsKept, useViewCommands, viewQueryOf } from './use-views.ts';

interface ViewFormProps {
  readonly control: FilterControl;
  /** The view that is changed; undefined for a new one. */
  readonly edited: View | undefined;
  readonly done: () => void;
}

export function ViewForm({ control, edited, done }: ViewFormProps): ReactNode {
  const { t } = useTranslation('matters');
  const title = useId();
  const [name, setName] = useState(edited?.name ?? '');
  const [shared, setShared] = useState(edited?.organisation?.id ?? '');
  const [taken, setTaken] = useState(false);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const commands = useViewCommands();
  const command = edited === undefined ? commands.save : commands.change;
  const errors = useFieldErrors(command.error, missing, ['name', 'organisationId']);
  const organisationId = shared === '' ? null : (shared as OrganisationId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') {
      setMissing(['name']);
      return;
    }
    const query = viewQueryOf(control.filter);
    const settled = { onSettled: commands.refresh };
    if (edited === undefined) {
      commands.save.mutate(
        { body: { name, query, organisationId } },
        {
          ...settled,
          onSuccess: ({ viewId }) => {
            control.replace({ ...control.filter, view: viewId });
            done();
          },
        },
      );
      return;
    }
    const { viewId, version } = edited;
    commands.change.mutate(
      {
        params: { viewId },
        body: { version, name, organisationId, ...(taken && { query }) },
      },
      { ...settled, onSuccess: done },
    );
  };
  return (
    <form className="view-form" aria-labelledby={title} noValidate onSubmit={submit}>
      <h2 id={title}>{t(edited === undefined ? 'web.view.keep' : 'web.view.change')}</h2>
      {errors.form !== undefined && (
        <p className="field-error" role="alert">
          {errors.form}
        </p>
      )}
      <Field label={t('web.view.name')} error={errors.of('name')} required>
        {(part) => (
          <Input
            {...part}
            value={name}
            maxLength={VIEW_NAME_LIMIT}
            autoFocus={edited !== undefined}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <SharedWith
        value={shared}
        error={errors.of('organisationId')}
        edited={edited}
        choose={setShared}
      />
      {edited !== undefined && !isAsKept(edited, control.filter) && (
        <Checkbox checked={taken} onChange={(event) => setTaken(event.target.checked)}>
          {t('web.view.takeOver')}
        </Checkbox>
      )}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          {t('web.view.submit')}
        </Button>
        {edited !== undefined && <Button onClick={done}>{t('ui:form.cancel')}</Button>}
      </div>
    </form>
  );
}

interface SharedWithProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly edited: View | undefined;
  readonly choose: (organisationId: string) => void;
}

/** The organisations of one's own posts, and the one it is shared with already. */
function SharedWith({ value, error, edited, choose }: SharedWithProps): ReactNode {
  const { t } = useTranslation('matters');
  const { posts } = useSession().person;
  const known = new Map<string, string>([
    ...(edited?.organisation ? [[edited.organisation.id, edited.organisation.name] as const] : []),
    ...posts.map((post) => [post.organisationId as string, post.organisationName] as const),
  ]);
  const options = [...known].map(([id, unit]) => ({
    value: id,
    label: t('web.view.of', { unit }),
  }));
  return (
    <Field label={t('web.view.shared')} error={error}>
      {(part) => (
        <Select
          {...part}
          value={value}
          options={[{ value: '', label: t('web.view.onlyMe') }, ...options]}
          onChange={choose}
        />
      )}
    </Field>
  );
}
