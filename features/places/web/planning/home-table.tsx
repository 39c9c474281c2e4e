/** Households by name: which change their grid, and which are held, by key as well as on the map. */
import { Checkbox, Input } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DroppedPoint } from '../../rules/draft/read-dropped.ts';
import type { DrawnDraft } from './messages.ts';

const SHOWN = 100;

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
  const found = useMemo(
    () =>
      Array.from(points.keys()).filter((at) => {
        const moves = draft.from[at] !== draft.to[at];
        return (
          (!onlyMoved || moves || pins.has(at)) && (points[at]?.label ?? '').includes(words.trim())
        );
      }),
    [points, draft, pins, onlyMoved, words],
  );
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
        <span className="muted">
          {t('web.planning.foundHomes', {
            count: found.length,
            shown: Math.min(SHOWN, found.length),
          })}
        </span>
      </div>
      <div className="planning-scroll">
        <table className="planning-grid">
          <thead>
            <tr>
              <th scope="col">{t('web.planning.column.home')}</th>
              <th scope="col" className="planning-figure">
                {t('web.planning.column.households')}
              </th>
              <th scope="col">{t('web.planning.column.from')}</th>
              <th scope="col">{t('web.planning.column.to')}</th>
              <th scope="col">{t('web.planning.column.hold')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, SHOWN).map((at) => (
              <HomeRow key={at} at={at} {...{ points, draft, pins, nameOf, pin }} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function HomeRow({
  at,
  points,
  draft,
  pins,
  nameOf,
  pin,
}: HomeTableProps & { readonly at: number }): ReactNode {
  const { t } = useTranslation('places');
  const from = draft.from[at] ?? -1;
  const label = points[at]?.label || t('web.planning.nth', { number: at + 1 });
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="planning-figure">{points[at]?.weight}</td>
      <td>{from < 0 ? t('web.planning.noGrid') : nameOf(from)}</td>
      <td>{nameOf(draft.to[at] ?? -1)}</td>
      <td>
        <Checkbox
          checked={pins.has(at)}
          disabled={from < 0}
          aria-label={t('web.planning.holdHome', { name: label })}
          onChange={({ target }) => pin([at], target.checked)}
        />
      </td>
    </tr>
  );
}
