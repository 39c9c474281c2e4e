/** One grid: its name, what it has, and with whom it can become one; without the map as with it. */
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#ui/forms/field.tsx';
import { gridsBeside, type HandDraft } from '../../rules/draft/by-hand.ts';
import { type Fabric, join } from '../../rules/draft/redraw.ts';
import type { Drawing } from './use-drawing.ts';

interface ChosenGridProps {
  readonly fabric: Fabric;
  readonly draft: HandDraft;
  readonly grid: number | undefined;
  readonly nameOf: (grid: number) => string;
  readonly choose: (grid: number | undefined) => void;
  readonly rename: (grid: number, name: string) => void;
  readonly take: Drawing['take'];
}

export function ChosenGrid(props: ChosenGridProps): ReactNode {
  const { t } = useTranslation('places');
  const { draft, grid, nameOf, choose } = props;
  const alive = draft.grids.flatMap(({ geometry }, number) => (geometry === null ? [] : [number]));
  return (
    <section className="planning-settings" aria-label={t('web.hand.chosen')}>
      <Field label={t('web.hand.grid')} hint={t('web.hand.gridHint')}>
        {(control) => (
          <Select
            {...control}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={grid ?? null}
            placeholder={t('web.hand.choose')}
            options={alive.map((number) => ({ value: number, label: nameOf(number) }))}
            onChange={(number: number | null) => choose(number ?? undefined)}
          />
        )}
      </Field>
      {grid !== undefined && <Details key={grid} {...props} grid={grid} />}
    </section>
  );
}

function Details({
  fabric,
  draft,
  grid,
  nameOf,
  rename,
  take,
}: ChosenGridProps & { readonly grid: number }): ReactNode {
  const { t } = useTranslation('places');
  const [other, setOther] = useState<number>();
  const beside = gridsBeside(fabric, grid);
  const figures = draft.counted.grids[grid];
  const isKnown = draft.grids[grid]?.gridId !== null;
  const merge = (): void => {
    if (other !== undefined && take(join(fabric, grid, other))) setOther(undefined);
  };
  return (
    <>
      <Field label={t('web.hand.name')}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={nameOf(grid)}
            onChange={({ target }) => rename(grid, target.value)}
          />
        )}
      </Field>
      <p className="hand-homes">
        <strong className="number">{figures?.after ?? 0}</strong> {t('web.hand.households')}
        <span className="muted">
          {isKnown ? t('web.hand.before', { count: figures?.before ?? 0 }) : t('web.hand.isNew')}
        </span>
      </p>
      <Field label={t('web.hand.mergeWith')} hint={t('web.hand.mergeHint')}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={other ?? null}
            disabled={beside.length === 0}
            placeholder={t(beside.length === 0 ? 'web.hand.noNeighbour' : 'web.hand.choose')}
            options={beside.map((number) => ({
              value: number,
              label: t('web.hand.neighbour', {
                name: nameOf(number),
                count: draft.counted.grids[number]?.after ?? 0,
              }),
            }))}
            onChange={(number: number | null) => setOther(number ?? undefined)}
          />
        )}
      </Field>
      <Button disabled={other === undefined} onClick={merge}>
        {t('web.hand.merge')}
      </Button>
    </>
  );
}
