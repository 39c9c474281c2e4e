/** The figures of each area, unit, category or month; a name opens its matters. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureSet } from '#features/matters/contract.ts';
import { Empty } from '#ui/lists/waiting.tsx';
import type { FilterQuery } from '../filter/filter-address.ts';
import { useAreas } from '../lookup/use-areas.ts';
import { type Days, daysOfMonth } from './period.ts';
import { RateText } from './rate-text.tsx';

interface Group {
  readonly key: string;
  readonly name: string;
  readonly figures: FigureSet;
}

interface GroupTableProps {
  readonly by: 'area' | 'organisation' | 'category' | 'month';
  readonly groups: readonly Group[];
  readonly days: Days;
}

const COUNTS = ['reported', 'closed'] as const;
const RATES = ['response', 'onTime', 'solved', 'satisfied'] as const;
/** Group of what belongs to none. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export function GroupTable({ by, groups, days }: GroupTableProps): ReactNode {
  const { t } = useTranslation('matters');
  const filterOf = useGroupFilter(by, days);
  if (groups.length === 0)
    return <Empty title={t('web.figures.none')}>{t('web.figures.noneNext')}</Empty>;
  const ordered =
    by === 'month' ? groups : groups.toSorted((a, b) => b.figures.reported - a.figures.reported);
  return (
    <section className="group-scroll" aria-label={t(`web.figures.by.${by}`)}>
      <table className="group-table">
        <thead>
          <tr>
            <th scope="col">{t(`web.figures.by.${by}`)}</th>
            {COUNTS.map((name) => (
              <th scope="col" key={name} className="cell-count">
                {t(`web.figures.${name}`)}
              </th>
            ))}
            {RATES.map((name) => (
              <th scope="col" key={name}>
                {t(`web.figures.rate.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((group) => (
            <GroupRow key={group.key} by={by} group={group} filter={filterOf(group)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface GroupRowProps {
  readonly by: GroupTableProps['by'];
  readonly group: Group;
  readonly filter: FilterQuery | undefined;
}

function GroupRow({ by, group, filter }: GroupRowProps): ReactNode {
  const { t } = useTranslation('matters');
  const name = by === 'month' ? group.key : group.name || t('web.figures.nobody');
  return (
    <tr>
      <th scope="row">
        {filter === undefined ? (
          name
        ) : (
          <Link to="/matters" search={filter}>
            {name}
          </Link>
        )}
      </th>
      {COUNTS.map((count) => (
        <td key={count} className="cell-count">
          {group.figures[count]}
        </td>
      ))}
      {RATES.map((rate) => (
        <td key={rate}>
          <RateText rate={group.figures[rate].raw} />
        </td>
      ))}
    </tr>
  );
}

/** The list that holds the matters of a group; undefined where no filter can say it. */
function useGroupFilter(
  by: GroupTableProps['by'],
  days: Days,
): (group: Group) => FilterQuery | undefined {
  const areas = useAreas();
  return ({ key, name }) => {
    if (by === 'month') return { ...daysOfMonth(key) };
    if (key === NOBODY) return undefined;
    if (by === 'organisation') return { ...days, organisationId: key };
    if (by === 'category') return { ...days, categoryId: key };
    const areaId = areas.idOfName(name);
    return areaId === undefined ? undefined : { ...days, areaId };
  };
}
