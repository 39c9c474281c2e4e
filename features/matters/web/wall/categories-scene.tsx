/** What is raised most, and how it ends. How much is raised is never good or bad. */
import type { ReactNode } from 'react';
import type { WallCategory, WallRate } from '../../contract.ts';
import { rateStanding } from '../../rules/wall/standing.ts';
import { Bar } from './bar.tsx';
import './categories-scene.css';
import { Legend } from './legend.tsx';
import { Mark } from './mark.tsx';
import type { SceneProps } from './scene.ts';
import { useWords } from './use-words.ts';

const LEGEND = ['good', 'fair', 'low', 'hidden'] as const;
const ENDS = ['onTime', 'solved', 'satisfied'] as const;

export function CategoriesScene({ board }: SceneProps): ReactNode {
  const { t } = useWords();
  const apart = board.categories.filter(({ categoryId }) => categoryId !== null);
  const most = Math.max(1, ...apart.map(({ filed }) => filed ?? 0));
  if (board.categories.length === 0) {
    return <p className="wall-says">{t('web.wall.category.none')}</p>;
  }
  return (
    <div className="wall-categories-scene">
      <table className="wall-categories">
        <thead>
          <tr>
            <th scope="col">{t('web.wall.category.title')}</th>
            <th scope="col" colSpan={2}>
              {t('web.wall.category.filed')}
            </th>
            {ENDS.map((end) => (
              <th key={end} scope="col">
                {t(`web.wall.rate.${end}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.categories.map((category) => (
            <Row key={category.categoryId ?? 'others'} category={category} most={most} />
          ))}
        </tbody>
      </table>
      <Legend standings={LEGEND} />
    </div>
  );
}

interface RowProps {
  readonly category: WallCategory;
  readonly most: number;
}

function Row({ category, most }: RowProps): ReactNode {
  const { t, count, name } = useWords();
  const { categoryId, filed } = category;
  return (
    <tr data-others={categoryId === null}>
      <th scope="row">{categoryId === null ? t('web.wall.category.others') : name(category)}</th>
      <td className="wall-category-count">{count(filed)}</td>
      <td className="wall-category-bar">
        {categoryId !== null && <Bar share={filed === null ? null : filed / most} />}
      </td>
      {ENDS.map((end) => (
        <EndCell key={end} rate={category[end]} />
      ))}
    </tr>
  );
}

function EndCell({ rate }: { readonly rate: WallRate }): ReactNode {
  const { percent, counts } = useWords();
  const standing = rateStanding(rate);
  return (
    <td data-standing={standing}>
      <span className="wall-cell">
        <Mark standing={standing} />
        <span className="wall-cell-percent">{percent(rate)}</span>
        <span className="wall-cell-counts">{counts(rate)}</span>
      </span>
    </td>
  );
}
