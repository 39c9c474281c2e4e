/** Which roles give a second factor. */
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '#kernel/role.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { FieldGroup } from '#ui/forms/field.tsx';
import { type Close, FormActions } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { secondFactorPolicy, setSecondFactorPolicy } from '../contract.ts';
import './account-screen.css';

export default function PolicyScreen(): ReactNode {
  const { t } = useTranslation('access');
  const read = useRead(secondFactorPolicy, {});
  return (
    <div className="account">
      <ScreenHead title={t('web.policy.title')} purpose={t('web.policy.purpose')} />
      <ReadState read={read}>
        {({ roles, usual }) => (
          <section className="account-section">
            <p>{t(usual ? 'web.policy.usual' : 'web.policy.own')}</p>
            <ul className="policy-roles">
              {ROLES.map((role) => (
                <li key={role}>
                  <strong>{t(`web.role.${role}`)}</strong>
                  <span className={roles.includes(role) ? 'policy-needs' : 'muted'}>
                    {t(roles.includes(role) ? 'web.policy.needs' : 'web.policy.free')}
                  </span>
                </li>
              ))}
            </ul>
            <FormActions
              label={t('web.policy.title')}
              actions={[
                {
                  key: 'change',
                  label: t('web.policy.change'),
                  form: (close) => <PolicyForm roles={roles} close={close} />,
                },
              ]}
            />
          </section>
        )}
      </ReadState>
    </div>
  );
}

interface PolicyFormProps {
  readonly roles: readonly Role[];
  readonly close: Close;
}

function PolicyForm({ roles, close }: PolicyFormProps): ReactNode {
  const { t } = useTranslation('access');
  const empty: { readonly roles: readonly Role[] } = { roles };
  const form = useForm({
    name: 'second factor policy',
    endpoint: setSecondFactorPolicy,
    empty,
    request: (values) => ({ body: { roles: [...values.roles] } }),
    refresh: [secondFactorPolicy],
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.policy.formTitle')}
      text={t('web.policy.formText')}
      submit={t('web.policy.submit')}
      cancel={close.cancel}
    >
      <FieldGroup label={t('web.policy.roles')} error={form.errors.of('roles')}>
        <Checkbox.Group
          value={[...form.values.roles]}
          options={ROLES.map((role) => ({ value: role, label: t(`web.role.${role}`) }))}
          onChange={(chosen) => form.change({ roles: chosen })}
        />
      </FieldGroup>
    </FormFrame>
  );
}
