/** How long the open matters have been waiting. */
import type { ReactNode } from 'react';
import type { Board } from '../../contract.ts';
import { Bar } from './bar.tsx';
import { useWords } from './use-words.ts';

export function AgeBars({ byAge }: Pick<Board['totals'], 'byAge'>): ReactNode {
  const { t, count } = useWords();
  const most = Math.max(1, ...byAge.map(({ open }) => open ?? 0));
  return (
    <section className="wall-ages" aria-label={t('web.wall.age.title')}>
      <h2>{t('web.wall.age.title')}</h2>
      <ul>
        {byAge.map(({ upToDays, open }, at) => (
          <li key={upToDays ?? 'older'}>
            <span className="wall-age">
              {upToDays === null
                ? t('web.wall.age.older', { days: byAge[at - 1]?.upToDays ?? 0 })
                : t('web.wall.age.between', {
                    from: (byAge[at - 1]?.upToDays ?? -1) + 1,
                    to: upToDays,
                  })}
            </span>
            <Bar share={open === null ? null : open / most} old={at >= byAge.length - 2} />
            <span className="wall-age-count" data-withheld={open === null}>
              {count(open)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
