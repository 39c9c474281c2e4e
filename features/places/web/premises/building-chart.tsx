/** The wall chart of a building: floors from the top, entrances side by side, each room a place to press. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PremiseId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getBuilding } from '../../contract.ts';
import { wallChart } from '../../rules/premises/wall-chart.ts';

interface BuildingChartProps {
  readonly premiseId: PremiseId;
  readonly choose: (entranceId: string, roomId: string) => void;
}

export function BuildingChart({ premiseId, choose }: BuildingChartProps): ReactNode {
  const { t } = useTranslation('places');
  const read = useRead(getBuilding, { params: { premiseId } });
  return (
    <section className="premises-chart" aria-label={t('web.premises.chart')}>
      <h3>{t('web.premises.chart')}</h3>
      <ReadState read={read} rows={4}>
        {(building) =>
          building.rooms.length === 0 ? (
            <p className="muted">{t('web.premises.chartEmpty')}</p>
          ) : (
            <div className="chart-scroll">
              <Chart building={building} choose={choose} />
            </div>
          )
        }
      </ReadState>
    </section>
  );
}

type Building = NonNullable<ReturnType<typeof useRead<typeof getBuilding>>['data']>;

interface ChartProps extends Pick<BuildingChartProps, 'choose'> {
  readonly building: Building;
}

function Chart({ building, choose }: ChartProps): ReactNode {
  const { t } = useTranslation('places');
  const { entrances, floors } = wallChart(building, building.entrances, building.rooms);
  return (
    <table className="chart">
      <thead>
        <tr>
          <th scope="col" className="chart-floor">
            {t('web.premises.fact.floor')}
          </th>
          {entrances.map(({ premiseId, name }) => (
            <th key={premiseId} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {floors.map(({ floor, rooms }) => (
          <tr key={floor ?? 'unknown'}>
            <th scope="row" className="chart-floor number">
              {floor ?? t('web.premises.noFloor')}
            </th>
            {entrances.map(({ premiseId, width }, at) => (
              <td key={premiseId}>
                <div
                  className="chart-rooms"
                  style={{ gridTemplateColumns: `repeat(${width}, minmax(46px, 1fr))` }}
                >
                  {(rooms[at] ?? []).map((room) => (
                    <button
                      key={room.premiseId}
                      type="button"
                      className="chart-room number"
                      onClick={() => choose(premiseId, room.premiseId)}
                    >
                      {room.name}
                    </button>
                  ))}
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
