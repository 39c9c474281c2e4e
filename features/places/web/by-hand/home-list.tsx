/** Homes of a grid by name, to be given to a neighbour or to a grid of their own: borders without a map. */
import { Button, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#ui/forms/field.tsx';
import { giveHomes, gridsBeside, type HandDraft } from '../../rules/draft/by-hand.ts';
import type { Ground } from '../../rules/draft/ground.ts';
import type { Fabric } from '../../rules/draft/redraw.ts';
import type { Drawing } from './use-drawing.ts';

const SHOWN = 200;

interface HomeListProps {
  readonly ground: Ground;
  readonly fabric: Fabric;
  readonly draft: HandDraft;
  readonly grid: number | undefined;
  readonly nameOf: (grid: number) => string;
  readonly choose: (grid: number | undefined) => void;
  readonly take: Drawing['take'];
}

export function HomeList(props: HomeListProps): ReactNode {
  const { t } = useTranslation('places');
  const { draft, grid, nameOf, choose } = props;
  const alive = draft.grids.flatMap(({ geometry }, number) => (geometry === null ? [] : [number]));
  return (
    <section className="hand-list" aria-label={t('web.planning.homes')}>
      <p className="muted">{t('web.hand.listHint')}</p>
      <Field label={t('web.hand.homesOf')}>
        {(control) => (
          <Select
            {...control}
            className="planning-search"
            value={grid ?? null}
            placeholder={t('web.hand.choose')}
            options={alive.map((number) => ({ value: number, label: nameOf(number) }))}
            onChange={(number: number | null) => choose(number ?? undefined)}
          />
        )}
      </Field>
      {grid !== undefined && <Homes key={grid} {...props} grid={grid} />}
    </section>
  );
}

function Homes({
  ground,
  fabric,
  draft,
  grid,
  nameOf,
  take,
}: HomeListProps & { readonly grid: number }): ReactNode {
  const { t } = useTranslation('places');
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [taker, setTaker] = useState<number>();
  const own = useMemo(
    () => Array.from(ground.points.keys()).filter((at) => draft.to[at] === grid),
    [ground, draft, grid],
  );
  const labelOf = (at: number): string =>
    ground.points[at]?.label || t('web.planning.nth', { number: at + 1 });
  const found = own.filter((at) => labelOf(at).includes(words.trim()));
  const chosen = own.filter((at) => picked.has(at));
  const anew = fabric.parts.length;
  const toggle = (points: readonly number[], isPicked: boolean): void => {
    setPicked((before) => {
      const after = new Set(before);
      for (const at of points) isPicked ? after.add(at) : after.delete(at);
      return after;
    });
  };
  const give = (): void => {
    if (taker === undefined) return;
    if (take(giveHomes(ground, fabric, draft, new Set(chosen), [grid, taker]))) {
      setPicked(new Set());
      setTaker(undefined);
    }
  };
  return (
    <>
      <div className="planning-buttons">
        <Input
          className="planning-search"
          allowClear
          aria-label={t('web.planning.findHome')}
          placeholder={t('web.planning.findHome')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Checkbox
          checked={found.length > 0 && found.every((at) => picked.has(at))}
          disabled={found.length === 0}
          onChange={({ target }) => toggle(found, target.checked)}
        >
          {t('web.hand.all', { count: found.length })}
        </Checkbox>
        <Select
          className="planning-search"
          aria-label={t('web.hand.giveTo')}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('web.hand.giveTo')}
          value={taker ?? null}
          options={[
            ...gridsBeside(fabric, grid).map((number) => ({
              value: number,
              label: nameOf(number),
            })),
            { value: anew, label: t('web.hand.ownGrid') },
          ]}
          onChange={(number: number | null) => setTaker(number ?? undefined)}
        />
        <Button disabled={taker === undefined || chosen.length === 0} onClick={give}>
          {t('web.hand.give', { count: chosen.length })}
        </Button>
      </div>
      <ul className="hand-home-list">
        {found.slice(0, SHOWN).map((at) => (
          <li key={at}>
            <Checkbox
              checked={picked.has(at)}
              onChange={({ target }) => toggle([at], target.checked)}
            >
              {labelOf(at)}{' '}
              <span className="muted">
                {t('web.hand.count', { count: ground.points[at]?.weight ?? 0 })}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p className="muted">
          {t('web.planning.foundHomes', { count: found.length, shown: SHOWN })}
        </p>
      )}
    </>
  );
}
