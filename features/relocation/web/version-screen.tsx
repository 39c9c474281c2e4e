/** One version: where it stands, what may be done with it, and the scheme as it reads. */
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import type { getVersion as endpoint } from '../contract.ts';
import { getVersion } from '../contract.ts';
import { checkText } from '../rules/check/check-text.ts';
import { areaIn, titleIn } from './named.ts';
import { Findings } from './reader/findings.tsx';
import { Reader } from './reader/reader.tsx';
import { StateChip } from './state-chip.tsx';
import { useVoice } from './use-voice.ts';
import { VersionSteps } from './version-steps.tsx';
import './schemes-screen.css';

type Shown = Answer<typeof endpoint>;

export default function VersionScreen(): ReactNode {
  const { versionId = '' } = useParams({ strict: false });
  const read = useRead(getVersion, { params: { versionId } });
  return (
    <div className="schemes">
      <ReadState read={read} rows={8}>
        {(shown) => <Version shown={shown} />}
      </ReadState>
    </div>
  );
}

function Version({ shown }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('relocation');
  const { locale } = useVoice();
  const checked = useMemo(() => checkText(shown.text), [shown.text]);
  const title = titleIn(locale, shown.title);
  return (
    <>
      <p>
        <Link to="/schemes/$schemeId" params={{ schemeId: shown.schemeId }}>
          {t('web.version.all')}
        </Link>
      </p>
      <header className="scheme-head">
        <div className="scheme-head-line">
          <h1>{title === '' ? t('web.list.untitled') : title}</h1>
          <StateChip state={shown.state} />
        </div>
        <Facts shown={shown} />
      </header>
      <VersionSteps version={shown} />
      <Findings problems={checked.problems} open={shown.errors > 0} />
      {checked.asWritten === undefined ? (
        <pre className="scheme-source">{shown.text}</pre>
      ) : (
        <Reader plan={checked.asWritten} />
      )}
    </>
  );
}

function Facts({ shown }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('relocation');
  const { locale } = useVoice();
  const { area, label, number, code, writers, savedAt, submitted, published, ended } = shown;
  const { reason, digest } = shown;
  const acts = [
    ['submitted', submitted],
    ['published', published],
    ['ended', ended],
  ] as const;
  return (
    <dl className="scheme-facts">
      <dt>{t('portal.scheme.area')}</dt>
      <dd>{areaIn(locale, area)}</dd>
      <dt>{t('portal.scheme.version')}</dt>
      <dd>
        {label ?? number} <span className="muted">{code}</span>
      </dd>
      <dt>{t('web.version.writers')}</dt>
      <dd>
        {writers.join(t('web.and'))}{' '}
        <span className="muted">
          {t('web.version.saved')} <Moment at={savedAt} />
        </span>
      </dd>
      {acts.map(([name, act]) =>
        act === null ? null : (
          <Act key={name} label={t(`web.version.${name}`)} by={act.by} at={act.at} />
        ),
      )}
      {reason !== null && (
        <>
          <dt>{t('web.version.reason')}</dt>
          <dd>{reason}</dd>
        </>
      )}
      {digest !== null && (
        <>
          <dt>{t('portal.scheme.digest')}</dt>
          <dd className="scheme-digest">{digest}</dd>
        </>
      )}
    </dl>
  );
}

interface ActProps {
  readonly label: string;
  readonly by: string;
  readonly at: string;
}

function Act({ label, by, at }: ActProps): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {by}{' '}
        <span className="muted">
          <Moment at={at} />
        </span>
      </dd>
    </>
  );
}
