/** What lies in the window of the map, in words: the map for those who do not see it, and for keys. */

import type { UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { memo, type ReactNode, useCallback, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type mattersInBox, URGENCIES } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { ItemLink } from '#ui/lists/item-link.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { useOneStop } from '#ui/lists/use-one-stop.ts';
import { Empty } from '#ui/lists/waiting.tsx';
import { Shape } from '#ui/status/shape.tsx';
import type { FilterQuery } from '../filter/filter-address.ts';
import { useMatterAddress } from '../lookup/use-matter-address.ts';
import { Aim } from './aim.tsx';

type InBox = Answer<typeof mattersInBox>;
type Point = InBox['points'][number];

const SHOWN = 200;

interface ShownProps {
  readonly filter: FilterQuery;
  /** The same each time, as the list is drawn anew otherwise. */
  readonly show: (point: Point) => void;
}

export function BoxList({
  read,
  ...shown
}: ShownProps & { readonly read: UseQueryResult<InBox> }): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <section className="box-list" aria-label={t('web.map.list')}>
      <ReadState read={read} rows={8}>
        {(found) => <Found {...shown} found={found} />}
      </ReadState>
    </section>
  );
}

function Found({ found, filter, show }: ShownProps & { readonly found: InBox }): ReactNode {
  const { t } = useTranslation('matters');
  const { points, truncated } = found;
  return (
    <>
      <p className="box-count" role="status">
        {t(truncated ? 'web.map.countMore' : 'web.map.count', { count: points.length })}
      </p>
      {points.length === 0 && <Empty title={t('web.map.none')}>{t('web.map.noneNext')}</Empty>}
      {/* The map moves at once, its list comes after. */}
      <Points points={useDeferredValue(points)} filter={useDeferredValue(filter)} show={show} />
      {points.length > SHOWN && <p className="box-count">{t('web.map.zoom', { count: SHOWN })}</p>}
    </>
  );
}

interface PointsProps extends ShownProps {
  readonly points: readonly Point[];
}

const Points = memo(function Points({ points, filter, show }: PointsProps): ReactNode {
  const { t } = useTranslation('matters');
  const navigate = useNavigate();
  const addressOf = useMatterAddress(filter);
  const open = useCallback(
    (matterId: string) => {
      navigate({ to: '/matters/$matterId', params: { matterId }, search: filter }).catch(
        reportError,
      );
    },
    [navigate, filter],
  );
  const list = useOneStop('li');
  const sorted = useMemo(
    () =>
      points
        .toSorted((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency))
        .slice(0, SHOWN),
    [points],
  );
  return (
    <ul ref={list.ref}>
      {sorted.map((point) => (
        <li key={point.matterId}>
          <span className={`tone-shape tone-${point.urgency}`}>
            <Shape tone={point.urgency} />
          </span>
          <ItemLink href={addressOf(point.matterId)} follow={() => open(point.matterId)}>
            {point.title}
            <span className="muted">
              {point.number} · {t(`web.urgency.${point.urgency}`)}
            </span>
          </ItemLink>
          <button
            type="button"
            className="box-show"
            aria-label={t('web.map.show', { title: point.title })}
            onClick={() => show(point)}
          >
            <Aim />
          </button>
        </li>
      ))}
    </ul>
  );
});
