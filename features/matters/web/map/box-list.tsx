/** What lies in the window of the map, in words: the map for those who do not see it, and for keys. */

import { AimOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type mattersInBox, URGENCIES } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Shape } from '#ui/status/shape.tsx';
import type { FilterQuery } from '../filter/filter-address.ts';

type InBox = Answer<typeof mattersInBox>;
type Point = InBox['points'][number];

const SHOWN = 200;

interface BoxListProps {
  readonly read: UseQueryResult<InBox>;
  readonly filter: FilterQuery;
  readonly show: (point: Point) => void;
}

export function BoxList({ read, filter, show }: BoxListProps): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <section className="box-list" aria-label={t('web.map.list')}>
      <ReadState read={read} rows={8}>
        {({ points, truncated }) => {
          const sorted = points.toSorted(
            (a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency),
          );
          return (
            <>
              <p className="box-count" role="status">
                {t(truncated ? 'web.map.countMore' : 'web.map.count', { count: points.length })}
              </p>
              {points.length === 0 && (
                <Empty title={t('web.map.none')}>{t('web.map.noneNext')}</Empty>
              )}
              <ul>
                {sorted.slice(0, SHOWN).map((point) => (
                  <li key={point.matterId}>
                    <span className={`tone-shape tone-${point.urgency}`}>
                      <Shape tone={point.urgency} />
                    </span>
                    <Link
                      to="/matters/$matterId"
                      params={{ matterId: point.matterId }}
                      search={filter}
                    >
                      {point.title}
                      <span className="muted">
                        {point.number} · {t(`web.urgency.${point.urgency}`)}
                      </span>
                    </Link>
                    <button
                      type="button"
                      className="box-show"
                      aria-label={t('web.map.show', { title: point.title })}
                      onClick={() => show(point)}
                    >
                      <AimOutlined aria-hidden />
                    </button>
                  </li>
                ))}
              </ul>
              {points.length > SHOWN && (
                <p className="box-count">{t('web.map.zoom', { count: SHOWN })}</p>
              )}
            </>
          );
        }}
      </ReadState>
    </section>
  );
}
