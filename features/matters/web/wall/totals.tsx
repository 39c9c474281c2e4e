/** The whole place in numbers: what is open now, how the year went, how old the open ones are. */
import type { ReactNode } from 'react';
import type { Board } from '../../contract.ts';
import { AgeBars } from './age-bars.tsx';
import { Figure } from './figure.tsx';
import { Mark } from './mark.tsx';
import './totals.css';
import { useWords } from './use-words.ts';

export function Totals({ totals }: Pick<Board, 'totals'>): ReactNode {
  const { t, count, percent, counts } = useWords();
  const late = totals.late !== null && totals.late > 0;
  return (
    <div className="wall-totals">
      <dl className="wall-figures wall-figures-now">
        <Figure name={t('web.wall.total.open')} value={count(totals.open)} />
        <Figure
          name={t('web.wall.total.late')}
          value={count(totals.late)}
          {...(late && { tone: 'late' as const, mark: <Mark standing="late" /> })}
        />
        <Figure name={t('web.wall.total.shelved')} value={count(totals.shelved)} />
      </dl>
      <dl className="wall-figures">
        <Figure
          name={t('web.wall.total.filed')}
          value={count(totals.filedInYear)}
          note={t('web.wall.total.thisMonth', { shown: count(totals.filedThisMonth) })}
        />
        <Figure
          name={t('web.wall.rate.onTime')}
          value={percent(totals.onTime)}
          note={counts(totals.onTime)}
        />
        <Figure
          name={t('web.wall.rate.satisfied')}
          value={percent(totals.satisfied)}
          note={counts(totals.satisfied)}
        />
      </dl>
      <AgeBars byAge={totals.byAge} />
    </div>
  );
}
