/** The account of a person, as the security administrator sees and changes it; nothing secret but a link just made. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import type { AccountId, PersonId } from '#kernel/ids.ts';
import { isRefused } from '#ui/client/refused.ts';
import { useRead } from '#ui/client/use-read.ts';
import { TextField } from '#ui/forms/fields.tsx';
import { type Close, type FormAction, FormActions } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import {
  ACCOUNT_ACTIONS,
  type AccountAction,
  accountEvents,
  actOnAccount,
  createAccount,
  findAccount,
  makeLink,
} from '../contract.ts';
import './account-panel.css';
import { OneTimeLink, type ShownLink } from './one-time-link.tsx';

interface Whose {
  readonly personId: PersonId;
  readonly name: string;
}

export function AccountPanel({ personId, name }: Whose): ReactNode {
  const { t } = useTranslation('access');
  const [link, setLink] = useState<ShownLink>();
  const read = useRead(findAccount, { params: { personId } });
  const none = isRefused(read.error, 'access.account_unknown');
  const notMine = isRefused(read.error, 'access.not_allowed');
  return (
    <section className="account-panel-of" aria-label={t('web.accounts.title')}>
      <h3>{t('web.accounts.title')}</h3>
      {link !== undefined && (
        <OneTimeLink link={link} name={name} close={() => setLink(undefined)} />
      )}
      {notMine && <p>{t('web.accounts.notMine')}</p>}
      {none && <NoAccount personId={personId} name={name} given={setLink} />}
      {!(none || notMine) && (
        <ReadState read={read} rows={2}>
          {(account) => <Account account={account} name={name} given={setLink} />}
        </ReadState>
      )}
    </section>
  );
}

interface Giving {
  readonly given: (link: ShownLink) => void;
}

function NoAccount({ personId, name, given }: Whose & Giving): ReactNode {
  const { t } = useTranslation('access');
  return (
    <>
      <p>{t('web.accounts.none', { name })}</p>
      <FormActions
        label={t('web.accounts.actions')}
        actions={[
          {
            key: 'give',
            label: t('web.accounts.give'),
            form: (close) => (
              <GiveForm personId={personId} name={name} given={given} close={close} />
            ),
          },
        ]}
      />
    </>
  );
}

function GiveForm({
  personId,
  name,
  given,
  close,
}: Whose & Giving & { readonly close: Close }): ReactNode {
  const { t } = useTranslation('access');
  const form = useForm({
    name: `account of ${personId}`,
    endpoint: createAccount,
    empty: { signInName: '' },
    request: ({ signInName }) => ({
      body: { personId, ...(signInName.trim() !== '' && { signInName }) },
    }),
    refresh: [findAccount],
    done: ({ signInName, link }) => {
      given({ signInName, ...link });
      close.done();
    },
  });
  return (
    <FormFrame
      form={form}
      label={t('web.accounts.giveTitle', { name })}
      text={t('web.accounts.giveText')}
      submit={t('web.accounts.submit')}
      cancel={close.cancel}
    >
      <TextField
        form={form}
        name="signInName"
        label={t('web.accounts.name')}
        hint={t('web.accounts.nameHint')}
        most={64}
        optional
      />
    </FormFrame>
  );
}

type Known = Answer<typeof findAccount>;

interface AccountProps extends Giving {
  readonly account: Known;
  readonly name: string;
}

function Account({ account, name, given }: AccountProps): ReactNode {
  const { t } = useTranslation('access');
  const { accountId, signInName, disabled, secondFactor, sessions } = account;
  const lawful = ACCOUNT_ACTIONS.filter((action) => {
    if (action === 'enable') return disabled;
    if (action === 'disable') return !disabled;
    return action === 'end_sessions' ? sessions > 0 : secondFactor;
  });
  return (
    <>
      <dl className="facts">
        <dt>{t('web.accounts.signInName')}</dt>
        <dd>{signInName}</dd>
        <dt>{t('web.accounts.state')}</dt>
        <dd>{t(disabled ? 'web.accounts.off' : 'web.accounts.on')}</dd>
        <dt>{t('web.accounts.factor')}</dt>
        <dd>{t(secondFactor ? 'web.accounts.factorOn' : 'web.accounts.factorOff')}</dd>
        <dt>{t('web.accounts.sessions')}</dt>
        <dd>{t('web.accounts.sessionsCount', { count: sessions })}</dd>
      </dl>
      <FormActions
        small
        label={t('web.accounts.actions')}
        actions={[
          ...(disabled
            ? []
            : [
                {
                  key: 'link',
                  label: t('web.accounts.link'),
                  form: (close) => (
                    <LinkForm account={account} name={name} given={given} close={close} />
                  ),
                } satisfies FormAction,
              ]),
          ...lawful.map(
            (action): FormAction => ({
              key: action,
              label: t(`web.accounts.act.${action}.button`),
              form: (close) => (
                <ActForm accountId={accountId} action={action} name={name} close={close} />
              ),
            }),
          ),
        ]}
      />
      <Events accountId={accountId} />
    </>
  );
}

function LinkForm({
  account,
  name,
  given,
  close,
}: AccountProps & { readonly close: Close }): ReactNode {
  const { t } = useTranslation('access');
  const { accountId, signInName } = account;
  const form = useForm({
    name: `link ${accountId}`,
    endpoint: makeLink,
    empty: {},
    request: () => ({ params: { accountId } }),
    refresh: [accountEvents],
    done: (link) => {
      given({ signInName, ...link });
      close.done();
    },
  });
  return (
    <FormFrame
      form={form}
      label={t('web.accounts.linkTitle', { name })}
      text={t('web.accounts.linkText')}
      submit={t('web.accounts.linkSubmit')}
      cancel={close.cancel}
    />
  );
}

interface ActFormProps {
  readonly accountId: AccountId;
  readonly action: AccountAction;
  readonly name: string;
  readonly close: Close;
}

function ActForm({ accountId, action, name, close }: ActFormProps): ReactNode {
  const { t } = useTranslation('access');
  const form = useForm({
    name: `${action} ${accountId}`,
    endpoint: actOnAccount,
    empty: {},
    request: () => ({ params: { accountId }, body: { action } }),
    refresh: [findAccount, accountEvents],
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t(`web.accounts.act.${action}.title`, { name })}
      text={t(`web.accounts.act.${action}.text`)}
      submit={t(`web.accounts.act.${action}.submit`)}
      grave={action !== 'enable'}
      cancel={close.cancel}
    />
  );
}

function Events({ accountId }: { readonly accountId: AccountId }): ReactNode {
  const { t } = useTranslation('access');
  const read = useRead(accountEvents, { params: { accountId } });
  return (
    <details className="account-events">
      <summary>{t('web.accounts.events')}</summary>
      <ReadState read={read} rows={3}>
        {({ events }) =>
          events.length === 0 ? (
            <p className="muted">{t('web.accounts.noEvents')}</p>
          ) : (
            <ul>
              {events.map(({ eventId, happenedAt, kind }) => (
                <li key={eventId}>
                  <span className="muted">
                    <Moment at={happenedAt} />
                  </span>{' '}
                  {t(`web.event.${kind}`)}
                </li>
              ))}
            </ul>
          )
        }
      </ReadState>
    </details>
  );
}
