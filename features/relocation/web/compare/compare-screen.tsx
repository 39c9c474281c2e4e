/** Two versions of a scheme: in money over the households written in them, and as text. */
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import { isId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { getVersion } from '../../contract.ts';
import { checkText } from '../../rules/check/check-text.ts';
import { StateChip } from '../state-chip.tsx';
import { InMoney } from './in-money.tsx';
import { InText } from './in-text.tsx';
import '../schemes-screen.css';

type Version = Answer<typeof getVersion>;

export default function CompareScreen(): ReactNode {
  const { t } = useTranslation('relocation');
  const { schemeId = '' } = useParams({ strict: false });
  const address: Record<string, unknown> = useSearch({ strict: false });
  const [old, fresh] = [idOf(address['old']), idOf(address['new'])];
  return (
    <div className="schemes">
      <p>
        <Link to="/schemes/$schemeId" params={{ schemeId }}>
          {t('web.version.all')}
        </Link>
      </p>
      <h1>{t('web.compare.title')}</h1>
      {old === undefined || fresh === undefined ? (
        <Empty title={t('web.compare.none')} />
      ) : (
        <Two old={old} fresh={fresh} />
      )}
    </div>
  );
}

function idOf(text: unknown): string | undefined {
  return typeof text === 'string' && isId(text) ? text : undefined;
}

function Two({ old, fresh }: { readonly old: string; readonly fresh: string }): ReactNode {
  const before = useRead(getVersion, { params: { versionId: old } });
  const after = useRead(getVersion, { params: { versionId: fresh } });
  return (
    <ReadState read={before} rows={4}>
      {(one) => (
        <ReadState read={after} rows={4}>
          {(other) => <Compared before={one} after={other} />}
        </ReadState>
      )}
    </ReadState>
  );
}

function Name({ version }: { readonly version: Version }): ReactNode {
  const { t } = useTranslation('relocation');
  const { versionId, label, number, state } = version;
  return (
    <>
      <Link to="/scheme-versions/$versionId" params={{ versionId }}>
        {t('web.list.version', { version: label ?? number })}
      </Link>
      <StateChip state={state} />
    </>
  );
}

interface ComparedProps {
  readonly before: Version;
  readonly after: Version;
}

function Compared({ before, after }: ComparedProps): ReactNode {
  const { t } = useTranslation('relocation');
  const [one, other] = useMemo(
    () => [checkText(before.text).asWritten, checkText(after.text).asWritten],
    [before.text, after.text],
  );
  return (
    <>
      <p className="compared-versions">
        <Name version={before} /> → <Name version={after} />
      </p>
      <section aria-labelledby="in-money">
        <h2 id="in-money">{t('web.compare.money')}</h2>
        {one === undefined || other === undefined ? (
          <p className="muted">{t('web.compare.errors')}</p>
        ) : (
          <InMoney before={one} after={other} />
        )}
      </section>
      <section aria-labelledby="in-text">
        <h2 id="in-text">{t('web.compare.text')}</h2>
        <InText before={before.text} after={after.text} />
      </section>
    </>
  );
}
