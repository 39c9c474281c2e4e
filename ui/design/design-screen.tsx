/** The language of forms: every part that screens are made of, in its states. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './design-screen.css';
import { Colours } from './colours.tsx';
import { Controls } from './controls.tsx';
import { Says } from './says.tsx';
import { Words } from './words.tsx';

export default function DesignScreen(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="design">
      <header>
        <h1>{t('design.title')}</h1>
        <p className="muted">{t('design.says')}</p>
      </header>
      <Words />
      <Colours />
      <Controls />
      <Says />
    </div>
  );
}
