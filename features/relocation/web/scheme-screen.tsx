/** One scheme with all its versions: which held when, who wrote and who published it. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { beginVersion, getScheme, type VersionHead } from '../contract.ts';
import { areaIn, titleIn } from './named.ts';
import { StateChip } from './state-chip.tsx';
import { useRenew } from './use-renew.ts';
import { useVoice } from './use-voice.ts';
import './schemes-screen.css';

type Shown = Answer<typeof getScheme>;

export default function SchemeScreen(): ReactNode {
  const { t } = useTranslation('relocation');
  const { schemeId = '' } = useParams({ strict: false });
  const read = useRead(getScheme, { params: { schemeId } });
  return (
    <div className="schemes">
      <p>
        <Link to="/schemes">{t('web.back')}</Link>
      </p>
      <ReadState read={read} rows={5}>
        {(shown) => <Versions shown={shown} />}
      </ReadState>
    </div>
  );
}

function Versions({ shown }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('relocation');
  const { locale } = useVoice();
  const { scheme, versions, mayBegin } = shown;
  const title = titleIn(locale, scheme.title);
  return (
    <>
      <header className="scheme-head">
        <h1>{title === '' ? t('web.list.untitled') : title}</h1>
        <p className="muted">
          {areaIn(locale, scheme.area)}
          {scheme.code !== null && ` · ${scheme.code}`}
        </p>
      </header>
      {mayBegin && <Begin shown={shown} />}
      <section aria-labelledby="versions">
        <h2 id="versions">{t('web.scheme.versions')}</h2>
        <ol className="scheme-versions">
          {versions.map((version, at) => (
            <VersionLine key={version.versionId} version={version} before={versions[at + 1]} />
          ))}
        </ol>
      </section>
    </>
  );
}

function Begin({ shown: { scheme, versions } }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('relocation');
  const navigate = useNavigate();
  const renew = useRenew();
  const sentence = useRefusalSentence();
  const begin = useCommand(beginVersion);
  const from = scheme.current ?? versions[0];
  if (from === undefined || from === null) return null;
  const start = async (): Promise<void> => {
    const { versionId } = await begin.mutateAsync({
      params: { schemeId: scheme.schemeId },
      body: { from: from.versionId },
    });
    await renew();
    await navigate({ to: '/scheme-versions/$versionId/edit', params: { versionId } });
  };
  return (
    <div className="scheme-steps">
      <Button loading={begin.isPending} onClick={() => start().catch(() => undefined)}>
        {t('web.scheme.begin', { version: from.label ?? from.number })}
      </Button>
      {begin.error !== null && (
        <span className="form-says" role="alert">
          {sentence(begin.error)}
        </span>
      )}
    </div>
  );
}

interface LineProps {
  readonly version: VersionHead;
  readonly before: VersionHead | undefined;
}

function VersionLine({ version, before }: LineProps): ReactNode {
  const { t } = useTranslation('relocation');
  const { versionId, schemeId, state, label, number, published, writers, savedAt } = version;
  return (
    <li>
      <Link to="/scheme-versions/$versionId" params={{ versionId }}>
        {t('web.list.version', { version: label ?? number })}
      </Link>
      <StateChip state={state} />
      <span className="muted">
        {published === null ? (
          <>
            {t('web.version.saved')} <Moment at={savedAt} />
          </>
        ) : (
          <>
            {t('web.version.publishedBy', { name: published.by })} <Moment at={published.at} />
          </>
        )}{' '}
        · {t('web.version.writtenBy', { names: writers.join(t('web.and')) })}
      </span>
      {before !== undefined && (
        <Link
          to="/schemes/$schemeId/compare"
          params={{ schemeId }}
          search={{ old: before.versionId, new: versionId }}
        >
          {t('web.scheme.compare')}
        </Link>
      )}
    </li>
  );
}
