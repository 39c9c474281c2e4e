/** The palette, and each state by shape, word and colour. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '../status/status-chip.tsx';
import { TONES } from '../status/tone.ts';
import { propertyOf } from '../theme/apply.ts';
import { TOKENS } from '../theme/tokens.ts';

const COLOURS = Object.keys(TOKENS.light).filter((token) => token !== 'shadow');

export function Colours(): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <section aria-labelledby="design-colours">
      <h2 id="design-colours">{t('design.colours')}</h2>
      <p className="muted">{t('design.coloursSay')}</p>
      <ul className="design-swatches">
        {COLOURS.map((token) => (
          <li key={token}>
            <span style={{ background: `var(${propertyOf(token)})` }} />
            <code>{propertyOf(token)}</code>
          </li>
        ))}
      </ul>
      <ul className="design-row" aria-label={t('design.states')}>
        {TONES.map((tone) => (
          <li key={tone}>
            <StatusChip tone={tone}>{t(`design.tone.${tone}`)}</StatusChip>
          </li>
        ))}
      </ul>
    </section>
  );
}
