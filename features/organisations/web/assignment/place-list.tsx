/** The places one below the other: who has them today, who will, how far it is; the matrix for who sees none. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from './board.ts';

export function PlaceList({ told, shares, pins, nameOf, pin }: Board): ReactNode {
  const { t } = useTranslation('organisations');
  const number = new Map(told.posts.map(({ postId }, at) => [postId as string, at]));
  return (
    <div className="assignment-scroll">
      <table className="assignment-list">
        <thead>
          <tr>
            <th scope="col">{t('web.assignment.column.place')}</th>
            <th scope="col" className="assignment-figure">
              {t('web.assignment.column.households')}
            </th>
            <th scope="col">{t('web.assignment.column.today')}</th>
            <th scope="col">{t('web.assignment.column.plan')}</th>
            <th scope="col" className="assignment-figure">
              {t('web.assignment.column.metres')}
            </th>
            <th scope="col">{t('web.assignment.column.pin')}</th>
          </tr>
        </thead>
        <tbody>
          {told.places.map(({ siteId, name, households, postId }, place) => {
            const own = shares.post[place] ?? -1;
            return (
              <tr key={siteId}>
                <th scope="row">{name}</th>
                <td className="assignment-figure">{households ?? '–'}</td>
                <td>{postId === null ? '–' : nameOf(number.get(postId) ?? -1)}</td>
                <td>{own < 0 ? t('web.assignment.nobody') : nameOf(own)}</td>
                <td className="assignment-figure">
                  {own < 0 ? '–' : Math.round(shares.metres[place] ?? 0)}
                </td>
                <td>
                  <select
                    aria-label={t('web.assignment.pinFor', { name })}
                    value={pins[place]}
                    onChange={({ target }) => {
                      const chosen = Number(target.value);
                      pin(place, chosen < 0 ? (pins[place] ?? -1) : chosen);
                    }}
                  >
                    <option value={-1}>{t('web.assignment.free')}</option>
                    {told.posts.map(({ postId: id }, post) => (
                      <option key={id} value={post}>
                        {nameOf(post)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
