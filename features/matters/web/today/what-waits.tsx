/** The work of who handles matters: the counts, what changed, and what waits, the most urgent first. */
import { Link, useNavigate } from '@tanstack/react-router';
import {
  type ComponentProps,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useEffectEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { todayMatters } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { useOneStop } from '#ui/lists/use-one-stop.ts';
import { Empty } from '#ui/lists/waiting.tsx';
import { KeyLegend } from '../list/key-legend.tsx';
import { useLiveMatters } from '../list/use-live-matters.ts';
import { useMatterAddress } from '../lookup/use-matter-address.ts';
import { CountTiles } from './count-tiles.tsx';
import { noteOpened, placeOfOpened } from './last-opened.ts';
import { News } from './news.tsx';
import { TodayRow } from './today-row.tsx';
import { useLinkKeys } from './use-link-keys.ts';

/** As many as a screen shows; the others are drawn after it was. */
const IN_SIGHT = 14;

const MINE = { mine: 'true' } as const;

export function WhatWaits(): ReactNode {
  const { t } = useTranslation('matters');
  const read = useRead(todayMatters, {});
  useLiveMatters();
  const list = useOneStop('li');
  const navigate = useNavigate();
  const addressOf = useMatterAddress(MINE);
  const ids = read.data?.items.map((item) => item.matterId);
  const open = useCallback(
    (matterId: string, hash?: 'next') => {
      noteOpened(matterId, list.at());
      navigate({
        to: '/matters/$matterId',
        params: { matterId },
        search: MINE,
        ...(hash !== undefined && { hash }),
      }).catch(reportError);
    },
    [navigate, list.at],
  );
  const { stand } = list;
  const back = ids && placeOfOpened(ids);
  const here = ids !== undefined;
  const goesOn = useEffectEvent(() => {
    if (back !== undefined && isNowhere()) stand(back);
  });
  useEffect(() => {
    if (here) goesOn();
  }, [here]);
  useLinkKeys(list, (index) => {
    const matterId = read.data?.items[index]?.matterId;
    if (matterId !== undefined) open(matterId, 'next');
  });
  return (
    <ReadState read={read} rows={8}>
      {({ counts, items }) => (
        <>
          <CountTiles counts={counts} />
          <News />
          <section aria-label={t('web.today.waits')}>
            <h2>
              {t('web.today.waits')} <span className="muted">{t('web.list.sorted.due')}</span>
            </h2>
            {items.length === 0 ? (
              <Empty title={t('web.today.none')}>
                <Link to="/matters" search={{ open: 'true' }}>
                  {t('web.today.noneNext')}
                </Link>
              </Empty>
            ) : (
              <ul ref={list.ref} className="today-list">
                <Rows
                  items={items}
                  first={Math.max(IN_SIGHT, (back ?? 0) + 1)}
                  addressOf={addressOf}
                  open={open}
                />
              </ul>
            )}
            {items.length > 0 && <KeyLegend />}
          </section>
        </>
      )}
    </ReadState>
  );
}

interface RowsProps extends Omit<ComponentProps<typeof TodayRow>, 'matter'> {
  readonly items: Answer<typeof todayMatters>['items'];
  /** How many are drawn before the others. */
  readonly first: number;
}

function Rows({ items, first, ...row }: RowsProps): ReactNode {
  const drawn = useDeferredValue(items, items.slice(0, first));
  return drawn.map((matter) => <TodayRow key={matter.matterId} {...row} matter={matter} />);
}

/** The focus was lost with the screen before. */
function isNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.tagName === 'MAIN';
}
