/** My account: sessions, password, second factor. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import './account-screen.css';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { useSession } from './session.ts';
import { SessionsSection } from './sessions-section.tsx';

export default function AccountScreen(): ReactNode {
  const { t } = useTranslation('access');
  const session = useSession();
  return (
    <div className="account">
      <ScreenHead title={t('web.account.title')} purpose={t('web.account.purpose')} />
      <section className="account-section">
        <h2>{t('web.account.who')}</h2>
        <dl className="facts">
          <dt>{t('web.account.person')}</dt>
          <dd>{session.person.name}</dd>
          <dt>{t('web.account.signInName')}</dt>
          <dd>{session.signInName}</dd>
          <dt>{t('web.account.tenant')}</dt>
          <dd>{session.tenant.name}</dd>
          <dt>{t('web.account.posts')}</dt>
          <dd>
            <ul>
              {session.person.posts.map((post) => (
                <li key={post.postId}>
                  {post.organisationName} · {post.title}
                  {post.substitute && ` · ${t('web.account.substitute')}`}{' '}
                  <span className="muted">
                    {post.roles.map((role) => t(`web.role.${role}`)).join(t('web.account.comma'))}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      </section>
      <SessionsSection />
      <PasswordSection hasPassword={session.hasPassword} />
      <SecondFactorSection enrolled={session.secondFactor} hasPassword={session.hasPassword} />
    </div>
  );
}
