/** One account may work for several authorities: for which one now. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { chooseTenant, myTenants } from '../contract.ts';
import type { StepProps } from './step-props.ts';

export function TenantChoice({ go }: StepProps): ReactNode {
  const { t } = useTranslation('access');
  const sentence = useRefusalSentence();
  const read = useRead(myTenants, {});
  const command = useCommand(chooseTenant);
  return (
    <div className="sign-in-form">
      <h1>{t('web.tenant.title')}</h1>
      {command.error !== null && (
        <p className="form-says" role="alert">
          {sentence(command.error)}
        </p>
      )}
      <ReadState read={read} rows={2}>
        {({ tenants }) =>
          tenants.length === 0 ? (
            <p>{t('web.tenant.none')}</p>
          ) : (
            <ul className="tenant-list">
              {tenants.map((tenant) => (
                <li key={tenant.tenantId}>
                  <Button
                    block
                    onClick={() =>
                      command.mutate(
                        { body: { tenantId: tenant.tenantId } },
                        { onSuccess: ({ next }) => go(next) },
                      )
                    }
                  >
                    {tenant.name}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </ReadState>
    </div>
  );
}
