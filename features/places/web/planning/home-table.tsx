/** Households by name: which change their grid, and which are held, by key as well as on the map. */
import { Checkbox, Input } from 'antd';
import { memo, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SightTable } from '#ui/lists/sight-table.tsx';
import type { DroppedPoint } from '../../rules/draft/read-dropped.ts';
import type { DrawnDraft } from './messages.ts';

interface HomeTableProps {
  readonly points: readonly DroppedPoint[];
  readonly draft: DrawnDraft;
  readonly pins: ReadonlySet<number>;
  readonly nameOf: (number: number) => string;
  readonly pin: (points: readonly number[], held: boolean) => void;
}

export function HomeTable({ points, draft, pins, nameOf, pin }: HomeTableProps): ReactNode {
  const { t } = useTranslation('places');
  const [words, setWords] = useState('');
  const [onlyMoved, setOnlyMoved] = useState(true);
  // Looking through all of them follows the hand at its own pace.
  const wanted = useDeferredValue(words.trim());
  const found = useMemo(
    () =>
      Array.from(points.keys()).filter((at) => {
        const moves = draft.from[at] !== draft.to[at];
        return (!onlyMoved || moves || pins.has(at)) && points[at]?.label.includes(wanted);
      }),
    [points, draft, pins, onlyMoved, wanted],
  );
  const head = (
    <tr aria-rowindex={1}>
      <th scope="col">{t('web.planning.column.home')}</th>
      <th scope="col" className="planning-figure">
        {t('web.planning.column.households')}
      </th>
      <th scope="col">{t('web.planning.column.from')}</th>
      <th scope="col">{t('web.planning.column.to')}</th>
      <th scope="col">{t('web.planning.column.hold')}</th>
    </tr>
  );
  const keyOf = (row: number): number => found[row] ?? -1;
  return (
    <div>
      <div className="planning-buttons">
        <Input
          className="planning-search"
          allowClear
          aria-label={t('web.planning.findHome')}
          placeholder={t('web.planning.findHome')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Checkbox checked={onlyMoved} onChange={({ target }) => setOnlyMoved(target.checked)}>
          {t('web.planning.onlyMoved')}
        </Checkbox>
        <span className="muted">{t('web.planning.foundHomes', { count: found.length })}</span>
      </div>
      <SightTable
        label={t('web.planning.homes')}
        className="planning-grid"
        head={head}
        count={found.length}
        keyOf={keyOf}
        row={(row) => {
          const at = keyOf(row);
          const from = draft.from[at] ?? -1;
          return (
            <HomeRow
              key={at}
              at={at}
              row={row}
              label={points[at]?.label || t('web.planning.nth', { number: at + 1 })}
              weight={points[at]?.weight ?? 0}
              from={from < 0 ? undefined : nameOf(from)}
              to={nameOf(draft.to[at] ?? -1)}
              isHeld={pins.has(at)}
              pin={pin}
            />
          );
        }}
      />
    </div>
  );
}

interface HomeRowProps {
  readonly at: number;
  /** Its place in the list, from 0: only what is in sight is drawn. */
  readonly row: number;
  readonly label: string;
  readonly weight: number;
  /** Name of the grid of today; absent where it lies in none. */
  readonly from: string | undefined;
  readonly to: string;
  readonly isHeld: boolean;
  readonly pin: HomeTableProps['pin'];
}

/** Drawn anew only where it changed. */
const HomeRow = memo(Row);

function Row({ at, row, label, weight, from, to, isHeld, pin }: HomeRowProps): ReactNode {
  const { t } = useTranslation('places');
  return (
    <tr aria-rowindex={row + 2}>
      <th scope="row">{label}</th>
      <td className="planning-figure">{weight}</td>
      <td>{from ?? t('web.planning.noGrid')}</td>
      <td>{to}</td>
      <td>
        <Checkbox
          checked={isHeld}
          disabled={from === undefined}
          aria-label={t('web.planning.holdHome', { name: label })}
          onChange={({ target }) => pin([at], target.checked)}
        />
      </td>
    </tr>
  );
}
