/** What was brought to an end lately, by area: how much, and mostly what about. */
import type { ReactNode } from 'react';
import { Bar } from './bar.tsx';
import './ended-scene.css';
import { Figure } from './figure.tsx';
import { partOf } from './pages.ts';
import type { SceneProps } from './scene.ts';
import { useWords } from './use-words.ts';

export function EndedScene({ board, page }: SceneProps): ReactNode {
  const { t, count, percent, counts, day, name, shortName } = useWords();
  const { totals, recent } = board;
  const most = Math.max(1, ...board.areas.map(({ ended }) => ended ?? 0));
  return (
    <div className="wall-ended-scene">
      <dl className="wall-figures wall-ended-figures">
        <Figure
          name={t('web.wall.ended.since', { day: day(recent.from) })}
          value={count(totals.endedRecently)}
        />
        <Figure
          name={t('web.wall.ended.solved')}
          value={percent(totals.solved)}
          note={counts(totals.solved)}
        />
      </dl>
      <table className="wall-ended">
        <thead>
          <tr>
            <th scope="col">{t('web.wall.area')}</th>
            <th scope="col" className="wall-category-count">
              {t('web.wall.ended.count')}
            </th>
            <td />
            <th scope="col">{t('web.wall.ended.mainly')}</th>
          </tr>
        </thead>
        <tbody>
          {partOf(board.areas, page).map((area) => (
            <tr key={area.areaId}>
              <th scope="row">{shortName(area)}</th>
              <td className="wall-category-count">{count(area.ended)}</td>
              <td className="wall-category-bar">
                <Bar share={area.ended === null ? null : area.ended / most} />
              </td>
              <td className="wall-ended-mainly">{area.mainly.map(name).join(t('web.comma'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
