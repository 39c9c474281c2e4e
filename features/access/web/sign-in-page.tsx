/** The way in, one step at a time: name and password, second factor, authority. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '#ui/i18n/start.ts';
import type { SignInStep } from '../contract.ts';
import { CodeForm } from './code-form.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { LinkEntry, linkToken } from './link-entry.tsx';
import { PasswordForm } from './password-form.tsx';
import './sign-in-page.css';
import { TenantChoice } from './tenant-choice.tsx';

type Next = SignInStep['next'];

interface SignInPageProps {
  /** Undefined: nobody is signed in yet. */
  readonly step: Next | undefined;
  readonly signedIn: () => Promise<void>;
}

export function SignInPage({ step, signedIn }: SignInPageProps): ReactNode {
  const { t } = useTranslation('access');
  const [later, setLater] = useState<Next>();
  const go = (next: Next): void => {
    setLater(next);
    if (next === 'done') signedIn().catch(reportError);
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-mark">{t('web.signIn.mark')}</p>
        <p className="muted">{t('web.signIn.motto')}</p>
        <Step step={later ?? step} go={go} />
      </div>
      <LanguageLine />
    </main>
  );
}

function Step({
  step,
  go,
}: {
  readonly step: Next | undefined;
  readonly go: (next: Next) => void;
}): ReactNode {
  switch (step) {
    case 'second_factor':
      return <CodeForm go={go} />;
    case 'enrol_second_factor':
      return <EnrolForm go={go} />;
    case 'choose_tenant':
      return <TenantChoice go={go} />;
    default:
      return linkToken() === undefined ? <PasswordForm go={go} /> : <LinkEntry go={go} />;
  }
}

function LanguageLine(): ReactNode {
  const { t, i18n } = useTranslation('access');
  const other = i18n.language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        chooseLanguage(other).catch(reportError);
      }}
    >
      {t(other === 'zh' ? 'ui:language.zh' : 'ui:language.en')}
    </Button>
  );
}
