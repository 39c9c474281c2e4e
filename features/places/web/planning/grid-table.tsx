/** The grids as a table: everything the map says, without the map. */
import { Checkbox, Input } from 'antd';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SightTable } from '#ui/lists/sight-table.tsx';
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
  const { grids, figures, asked, workers, today, nameOf, rename, hold, held } = props;
  const head = (
    <tr aria-rowindex={1}>
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
  );
  const keyOf = (number: number): string => grids[number]?.gridId ?? `new-${number}`;
  return (
    <SightTable
      label={t('web.planning.grids')}
      className="planning-grid"
      head={head}
      count={grids.length}
      keyOf={keyOf}
      row={(number) => {
        const [grid, own] = [grids[number], figures[number]];
        if (grid === undefined || own === undefined) return null;
        return (
          <GridRow
            key={keyOf(number)}
            {...{ number, grid, figures: own, asked, rename, hold }}
            name={nameOf(number)}
            worker={workers && namesOfWorkers(workers, pathOf(today, grid))}
            isHeld={held?.(number) === true}
          />
        );
      }}
    />
  );
}

interface GridRowProps {
  readonly number: number;
  readonly grid: PlanGrid;
  readonly figures: GridFigures;
  readonly name: string;
  readonly asked: GridTableProps['asked'];
  readonly worker: string | undefined;
  readonly isHeld: boolean;
  readonly rename: GridTableProps['rename'];
  readonly hold: GridTableProps['hold'];
}

/** Drawn anew only where it changed. */
const GridRow = memo(Row);

function Row({
  number,
  grid,
  figures,
  name,
  asked,
  worker,
  isHeld,
  rename,
  hold,
}: GridRowProps): ReactNode {
  const { t } = useTranslation('places');
  return (
    <tr aria-rowindex={number + 2}>
      <th scope="row">
        {rename === undefined || grid.geometry === null ? (
          name
        ) : (
          <GridName name={name} rename={(said) => rename(number, said)} />
        )}
      </th>
      <td className="planning-figure">{grid.gridId === null ? '–' : figures.before}</td>
      <td className="planning-figure">{grid.geometry === null ? '–' : figures.after}</td>
      <td>
        <GridStanding grid={grid} figures={figures} asked={asked} />
      </td>
      <td className="planning-figure">{figures.movedIn}</td>
      <td className="planning-figure">{figures.movedOut}</td>
      <td className="planning-figure">{figures.distance ?? '–'}</td>
      {worker !== undefined && <td>{worker}</td>}
      {hold !== undefined && (
        <td>
          {grid.gridId !== null && (
            <Checkbox
              checked={isHeld && figures.before > 0}
              disabled={figures.before === 0}
              aria-label={t('web.planning.holdGrid', { name })}
              onChange={({ target }) => hold(number, target.checked)}
            />
          )}
        </td>
      )}
    </tr>
  );
}

/** What is typed stands at once; the rest of the table takes the name over in its pauses. */
function GridName({ name, rename }: GridNameProps): ReactNode {
  const { t } = useTranslation('places');
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      size="small"
      aria-label={t('web.planning.rename', { name })}
      maxLength={100}
      value={typed ?? name}
      onChange={({ target }) => {
        setTyped(target.value);
        rename(target.value);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

interface GridNameProps {
  readonly name: string;
  readonly rename: (name: string) => void;
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

function pathOf(today: GridTableProps['today'], { gridId }: PlanGrid): string {
  return today?.find((one) => one.gridId === gridId)?.areaPath ?? '';
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
