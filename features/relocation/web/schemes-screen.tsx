/** The schemes of the own areas: which holds, which is in the making; and the key of statements. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { listSchemes, type SchemeLine } from '../contract.ts';
import { areaIn, titleIn } from './named.ts';
import { StateChip } from './state-chip.tsx';
import { useVoice } from './use-voice.ts';
import './schemes-screen.css';

export default function SchemesScreen(): ReactNode {
  const { t } = useTranslation('relocation');
  const read = useRead(listSchemes, {});
  return (
    <div className="schemes">
      <h1>{t('web.list.title')}</h1>
      <p className="muted">{t('web.list.lead')}</p>
      <ReadState read={read} rows={4}>
        {({ schemes, areas, fingerprint }) => (
          <>
            {areas.length > 0 && (
              <p>
                <Link to="/schemes/new" className="scheme-begin">
                  {t('web.list.begin')}
                </Link>
              </p>
            )}
            {schemes.length === 0 ? (
              <Empty title={t('web.list.none')}>{t('web.list.noneNext')}</Empty>
            ) : (
              <ul className="scheme-list">
                {schemes.map((scheme) => (
                  <SchemeRow key={scheme.schemeId} scheme={scheme} />
                ))}
              </ul>
            )}
            <section className="scheme-key" aria-labelledby="scheme-key">
              <h2 id="scheme-key">{t('web.key.title')}</h2>
              <p className="muted">{t('web.key.text')}</p>
              <code>{fingerprint}</code>
            </section>
          </>
        )}
      </ReadState>
    </div>
  );
}

function SchemeRow({ scheme }: { readonly scheme: SchemeLine }): ReactNode {
  const { t } = useTranslation('relocation');
  const { locale } = useVoice();
  const { current, open } = scheme;
  const title = titleIn(locale, scheme.title);
  return (
    <li>
      <div className="scheme-name">
        <h2>
          <Link to="/schemes/$schemeId" params={{ schemeId: scheme.schemeId }}>
            {title === '' ? t('web.list.untitled') : title}
          </Link>
        </h2>
        <span className="muted">{areaIn(locale, scheme.area)}</span>
      </div>
      <div className="scheme-stands">
        {current !== null && (
          <p>
            <StateChip state="published" />{' '}
            <Link to="/scheme-versions/$versionId" params={{ versionId: current.versionId }}>
              {t('web.list.version', { version: current.label ?? current.number })}
            </Link>{' '}
            {current.published !== null && (
              <span className="muted">
                <Moment at={current.published.at} />
              </span>
            )}
          </p>
        )}
        {open !== null && (
          <p>
            <StateChip state={open.state} />{' '}
            <Link to="/scheme-versions/$versionId" params={{ versionId: open.versionId }}>
              {t('web.list.version', { version: open.label ?? open.number })}
            </Link>{' '}
            <span className="muted">
              {open.errors > 0 && `${t('web.list.errors', { errors: open.errors })} `}
              <Moment at={open.savedAt} />
            </span>
          </p>
        )}
        {current === null && open === null && <p className="muted">{t('web.list.nothing')}</p>}
      </div>
    </li>
  );
}
