/** What a list says while it waits, when it is empty and when it failed. */
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '../client/use-refusal-sentence.ts';
import './waiting.css';

export function Waiting({ rows = 6 }: { readonly rows?: number }): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="waiting" role="status" aria-label={t('list.loading')}>
      <span className="waiting-lines" style={{ '--rows': rows } as CSSProperties} />
    </div>
  );
}

interface EmptyProps {
  /** What there is none of. */
  readonly title: string;
  /** What to do next. */
  readonly children?: ReactNode;
}

export function Empty({ title, children }: EmptyProps): ReactNode {
  return (
    <div className="list-says" role="status">
      <p className="list-says-title">{title}</p>
      {children !== undefined && <div className="muted">{children}</div>}
    </div>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly retry: () => unknown;
}

export function Failed({ error, retry }: FailedProps): ReactNode {
  const { t } = useTranslation('ui');
  const sentence = useRefusalSentence();
  return (
    <div className="list-says" role="alert">
      <p className="list-says-title">{sentence(error)}</p>
      <button type="button" className="button" onClick={() => retry()}>
        {t('list.retry')}
      </button>
    </div>
  );
}
