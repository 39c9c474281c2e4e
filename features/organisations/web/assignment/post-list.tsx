/** The posts one below the other: their load, their ways, and what one place more would cost. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from './board.ts';

export function PostList({ told, shares, nameOf }: Board): ReactNode {
  const { t } = useTranslation('organisations');
  const placesOf = (post: number): readonly number[] =>
    Array.from(shares.post.keys()).filter((place) => shares.post[place] === post);
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  return (
    <div className="assignment-scroll">
      <p className="muted">{t('web.assignment.priceHint')}</p>
      <table className="assignment-list">
        <thead>
          <tr>
            <th scope="col">{t('web.assignment.column.post')}</th>
            <th scope="col" className="assignment-figure">
              {t('web.assignment.column.load')}
            </th>
            <th scope="col" className="assignment-figure">
              {t('web.assignment.column.households')}
            </th>
            <th scope="col" className="assignment-figure">
              {t('web.assignment.column.metres')}
            </th>
            <th scope="col" className="assignment-figure">
              {t('web.assignment.column.price')}
            </th>
            <th scope="col">{t('web.assignment.column.places')}</th>
          </tr>
        </thead>
        <tbody>
          {told.posts.map(({ postId, title }, post) => {
            const own = placesOf(post);
            return (
              <tr key={postId}>
                <th scope="row">
                  {nameOf(post)} <span className="muted">{title}</span>
                </th>
                <td className="assignment-figure">{shares.load[post]}</td>
                <td className="assignment-figure">
                  {sum(own.map((place) => told.places[place]?.households ?? 0))}
                </td>
                <td className="assignment-figure">
                  {Math.round(sum(own.map((place) => shares.metres[place] ?? 0)))}
                </td>
                <td className="assignment-figure">{priceOf(shares.price, post)}</td>
                <td className="assignment-names">
                  {own.map((place) => told.places[place]?.name).join(t('web.assignment.join'))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Above the cheapest post: only differences of prices mean anything. */
function priceOf(price: Float64Array, post: number): number {
  return Math.round((price[post] ?? 0) - Math.min(...price));
}
