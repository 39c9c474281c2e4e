/** The grids as a table: everything the map says, without the map. */
import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '#ui/status/status-chip.tsx';
import type { GridWorker } from '../../contract.ts';
import { isWithin } from '../../rules/draft/planning.ts';
import type { GridFigures } from '../../rules/plan/figures.ts';
import type { PlanGrid } from '../../rules/plan/plan.ts';

interface GridTableProps {
  readonly grids: readonly PlanGrid[];
  readonly figures: readonly GridFigures[];
  readonly asked?: { readonly least: number; readonly most: number };
  readonly workers?: readonly GridWorker[];
  readonly today?: readonly { readonly gridId: string; readonly areaPath: string }[];
  readonly nameOf: (number: number) => string;
  readonly rename?: (number: number, name: string) => void;
  readonly hold?: (number: number, held: boolean) => void;
  readonly held?: (number: number) => boolean;
}

export function GridTable(props: GridTableProps): ReactNode {
  const { t } = useTranslation('places');
  const { grids, hold, workers } = props;
  return (
    <div className="planning-scroll">
      <table className="planning-grid">
        <thead>
          <tr>
            <th scope="col">{t('web.planning.column.grid')}</th>
            <th scope="col" className="planning-figure">
              {t('web.planning.column.before')}
            </th>
            <th scope="col" className="planning-figure">
              {t('web.planning.column.after')}
            </th>
            <th scope="col">{t('web.planning.column.state')}</th>
            <th scope="col" className="planning-figure">
              {t('web.planning.column.in')}
            </th>
            <th scope="col" className="planning-figure">
              {t('web.planning.column.out')}
            </th>
            <th scope="col" className="planning-figure">
              {t('web.planning.column.distance')}
            </th>
            {workers !== undefined && <th scope="col">{t('web.planning.column.worker')}</th>}
            {hold !== undefined && <th scope="col">{t('web.planning.column.hold')}</th>}
          </tr>
        </thead>
        <tbody>
          {grids.map((grid, number) => (
            <GridRow key={grid.gridId ?? `new-${number}`} number={number} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridRow({
  number,
  grids,
  figures,
  asked,
  workers,
  today,
  nameOf,
  rename,
  hold,
  held,
}: GridTableProps & { readonly number: number }): ReactNode {
  const { t } = useTranslation('places');
  const grid = grids[number];
  const own = figures[number];
  if (grid === undefined || own === undefined) return null;
  const name = nameOf(number);
  const path = today?.find(({ gridId }) => gridId === grid.gridId)?.areaPath ?? '';
  return (
    <tr>
      <th scope="row">
        {rename === undefined || grid.geometry === null ? (
          name
        ) : (
          <Input
            size="small"
            aria-label={t('web.planning.rename', { name })}
            maxLength={100}
            value={name}
            onChange={({ target }) => rename(number, target.value)}
          />
        )}
      </th>
      <td className="planning-figure">{grid.gridId === null ? '–' : own.before}</td>
      <td className="planning-figure">{grid.geometry === null ? '–' : own.after}</td>
      <td>
        <GridStanding grid={grid} figures={own} asked={asked} />
      </td>
      <td className="planning-figure">{own.movedIn}</td>
      <td className="planning-figure">{own.movedOut}</td>
      <td className="planning-figure">{own.distance ?? '–'}</td>
      {workers !== undefined && <td>{namesOfWorkers(workers, path)}</td>}
      {hold !== undefined && (
        <td>
          {grid.gridId !== null && (
            <Checkbox
              checked={held?.(number) === true && own.before > 0}
              disabled={own.before === 0}
              aria-label={t('web.planning.holdGrid', { name })}
              onChange={({ target }) => hold(number, target.checked)}
            />
          )}
        </td>
      )}
    </tr>
  );
}

function GridStanding({
  grid,
  figures,
  asked,
}: {
  readonly grid: PlanGrid;
  readonly figures: GridFigures;
  readonly asked: GridTableProps['asked'];
}): ReactNode {
  const { t } = useTranslation('places');
  if (grid.geometry === null)
    return <StatusChip tone="shelved">{t('web.planning.standing.ends')}</StatusChip>;
  if (figures.pieces > 1)
    return <StatusChip tone="soon">{t('web.planning.standing.apart')}</StatusChip>;
  if (asked !== undefined && !isWithin(figures.after, asked))
    return <StatusChip tone="soon">{t('web.planning.standing.outside')}</StatusChip>;
  if (grid.gridId === null)
    return <StatusChip tone="in_hand">{t('web.planning.standing.begins')}</StatusChip>;
  if (figures.movedIn === 0 && figures.movedOut === 0)
    return <StatusChip tone="ended">{t('web.planning.standing.still')}</StatusChip>;
  // Where nothing was asked for, nothing is as asked.
  return asked === undefined ? (
    <StatusChip tone="in_hand">{t('web.planning.standing.changed')}</StatusChip>
  ) : (
    <StatusChip tone="ended">{t('web.planning.standing.right')}</StatusChip>
  );
}

/** The nearest posts: those of the smallest area that holds the grid's. */
function namesOfWorkers(workers: readonly GridWorker[], path: string): string {
  const over = workers.filter(({ areaPath }) => path !== '' && path.startsWith(areaPath));
  const deepest = over.reduce((most, { areaPath }) => Math.max(most, areaPath.length), 0);
  return over
    .filter(({ areaPath }) => areaPath.length === deepest)
    .flatMap(({ title, holders }) => (holders.length > 0 ? holders : [title]))
    .join('、');
}
