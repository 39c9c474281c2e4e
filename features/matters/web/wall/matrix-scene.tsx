/** Areas by indicators: each cell a share with its counts, a shape and a colour. In the official order. */
import type { ReactNode } from 'react';
import { type Board, INDICATORS, type WallRate } from '../../contract.ts';
import { areaStanding, rateStanding } from '../../rules/wall/standing.ts';
import { Legend } from './legend.tsx';
import { Mark, type Standing } from './mark.tsx';
import './matrix-scene.css';
import { partOf } from './pages.ts';
import type { SceneProps } from './scene.ts';
import { useWords } from './use-words.ts';

const LEGEND = ['good', 'fair', 'low', 'in_time', 'some_late', 'late', 'hidden'] as const;

type Rates = Readonly<Record<(typeof INDICATORS)[number], WallRate>>;

export function MatrixScene({ board, page }: SceneProps): ReactNode {
  const { t, shortName } = useWords();
  const whole = ratesOf(board.totals);
  // A column in which nothing may be told is left out.
  const indicators = INDICATORS.filter((indicator) =>
    [whole, ...board.areas.map(({ rates }) => rates)].some(
      (rates) => rates[indicator].numerator !== null,
    ),
  );
  return (
    <div className="wall-matrix-scene">
      <table className="wall-matrix">
        <thead>
          <tr>
            <th scope="col">{t('web.wall.area')}</th>
            {indicators.map((indicator) => (
              <th key={indicator} scope="col">
                {t(`web.wall.rate.${indicator}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partOf(board.areas, page).map((area) => (
            <Row
              key={area.areaId}
              name={shortName(area)}
              rates={area.rates}
              indicators={indicators}
            />
          ))}
        </tbody>
        <tfoot>
          <Row name={t('web.wall.whole')} rates={whole} indicators={indicators} />
        </tfoot>
      </table>
      <Legend standings={LEGEND} />
    </div>
  );
}

function ratesOf({ response, onTime, solved, satisfied, late, open }: Board['totals']): Rates {
  return {
    response,
    onTime,
    solved,
    satisfied,
    overdue: { numerator: late, denominator: open },
  };
}

interface RowProps {
  readonly name: string;
  readonly rates: Rates;
  readonly indicators: readonly (typeof INDICATORS)[number][];
}

function Row({ name, rates, indicators }: RowProps): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      {indicators.map((indicator) => (
        <Cell
          key={indicator}
          rate={rates[indicator]}
          standing={(indicator === 'overdue' ? areaStanding : rateStanding)(rates[indicator])}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly rate: WallRate;
  readonly standing: Standing;
}

function Cell({ rate, standing }: CellProps): ReactNode {
  const { percent, counts } = useWords();
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
