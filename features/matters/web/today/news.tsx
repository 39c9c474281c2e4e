/** What others did to my matters since I last looked; it stays until I say that I have seen it. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import { newsOfMatters } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useRead } from '#ui/client/use-read.ts';
import { CheckIcon } from '#ui/icons/icons.tsx';
import { useOneStop } from '#ui/lists/use-one-stop.ts';
import { Moment } from '#ui/time/moment.tsx';
import { lastLooked, noteLooked } from './last-looked.ts';

type Item = Answer<typeof newsOfMatters>['items'][number];

/** What waits for me stays in sight below. */
const FEW = 4;

export function News(): ReactNode {
  const { t } = useTranslation('matters');
  const me = useSession().person.personId;
  const [after, setAfter] = useState(() => lastLooked(me));
  const [all, setAll] = useState(false);
  const read = useRead(newsOfMatters, { query: after === undefined ? {} : { after } });
  const position = read.data?.position;
  useEffect(() => {
    // Who looks for the first time begins now.
    if (lastLooked(me) !== undefined || position === undefined) return;
    noteLooked(me, position);
    setAfter(position);
  }, [me, position]);
  const seen = (): void => {
    if (position === undefined) return;
    noteLooked(me, position);
    setAfter(position);
  };
  const items = read.data?.items ?? [];
  const list = useOneStop('li');
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, FEW);
  const hidden = items.length - shown.length;
  return (
    <section aria-label={t('web.news.title')}>
      <header className="news-head">
        <h2>
          {t('web.news.title')} <span className="muted">{t('web.news.says')}</span>
        </h2>
        <button type="button" className="button button-small" onClick={seen}>
          <CheckIcon /> {t('web.news.seen')}
        </button>
      </header>
      <ul ref={list.ref} className="today-list">
        {shown.map((item) => (
          <NewsRow key={item.matter.matterId} item={item} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className="plain-button news-rest" onClick={() => setAll(true)}>
          {t('web.news.rest', { count: hidden })}
        </button>
      )}
      {read.data?.more && <p className="muted news-more">{t('web.news.more')}</p>}
    </section>
  );
}

function NewsRow({ item: { matter, events } }: { readonly item: Item }): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const word = (kind: string): string => {
    const key = `web.event.${kind.replace(/^matter\./, '')}`;
    return i18n.exists(`matters:${key}`) ? t(key) : t('web.event.other');
  };
  const last = events.at(-1);
  return (
    <li>
      <Link
        to="/matters/$matterId"
        params={{ matterId: matter.matterId }}
        search={{ open: 'true' }}
        className="news-row"
      >
        <span className="news-steps">{events.map(({ kind }) => word(kind)).join(' → ')}</span>
        <span className="today-title">
          {matter.title}
          <span className="today-note">
            {[matter.number, last?.organisation, last?.by].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="today-due">{last !== undefined && <Moment at={last.at} />}</span>
      </Link>
    </li>
  );
}
