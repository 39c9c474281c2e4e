/** The conditions as chips: what stands in the address, each taken away with one press. */
import { CloseOutlined } from '@ant-design/icons';
import { Input, Segmented } from 'antd';
import { memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddCondition } from './add-condition.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { conditionsOf, type FilterKey, type FilterQuery } from './filter-address.ts';
import './filter-bar.css';
import { ViewMenu } from '../views/view-menu.tsx';
import { useConditionWords } from './use-condition-words.ts';
import type { FilterControl } from './use-filter.ts';

/** Views most people want; each is a filter like any other. */
const VIEWS: Readonly<Record<string, FilterQuery>> = {
  open: { open: 'true' },
  mine: { mine: 'true' },
  late: { open: 'true', urgency: 'late' },
  soon: { open: 'true', urgency: 'soon' },
  supervised: { open: 'true', supervised: 'true' },
  all: {},
};
const VIEW_KEYS: readonly FilterKey[] = ['open', 'mine', 'urgency', 'supervised'];

/** Stands still while keys walk through the rows. */
export const FilterBar = memo(Bar);

interface FilterBarProps {
  readonly control: FilterControl;
  /** False where no list takes its order, groups and columns from here. */
  readonly shapes?: boolean;
}

function Bar({ control, shapes = true }: FilterBarProps): ReactNode {
  const { t } = useTranslation('matters');
  const { filter, set, replace } = control;
  const view = viewOf(filter);
  const wordsOf = useConditionWords(filter);
  const chips = conditionsOf(filter).filter(
    ([key]) => key !== 'q' && (view === undefined || !VIEW_KEYS.includes(key)),
  );
  return (
    <div className="filter-bar" role="toolbar" aria-label={t('web.filter.title')}>
      <Segmented
        className="filter-views"
        aria-label={t('web.filter.views')}
        value={view ?? ''}
        options={Object.keys(VIEWS).map((name) => ({
          value: name,
          label: t(`web.filter.view.${name}`),
        }))}
        onChange={(name) => replace({ ...withoutView(filter), ...VIEWS[name] })}
      />
      <WordsInput key={filter.q ?? ''} words={filter.q ?? ''} search={(q) => set('q', q)} />
      {chips.map(([key, value]) => (
        <button
          type="button"
          key={key}
          className="filter-chip"
          aria-label={t('web.filter.remove', { words: wordsOf(key, value) })}
          onClick={() => set(key, undefined)}
        >
          {wordsOf(key, value)} <CloseOutlined aria-hidden />
        </button>
      ))}
      <AddCondition control={control} />
      {shapes && <DisplayMenu control={control} />}
      <ViewMenu control={control} />
    </div>
  );
}

function WordsInput({
  words,
  search,
}: {
  readonly words: string;
  readonly search: (q: string) => void;
}): ReactNode {
  const { t } = useTranslation('matters');
  const [typed, setTyped] = useState(words);
  return (
    <Input.Search
      className="filter-words"
      size="small"
      value={typed}
      maxLength={100}
      allowClear
      aria-label={t('web.filter.words')}
      placeholder={t('web.filter.words')}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(q) => search(q.trim())}
    />
  );
}

function viewOf(filter: FilterQuery): string | undefined {
  return Object.entries(VIEWS).find(([, view]) =>
    VIEW_KEYS.every((key) => filter[key] === view[key]),
  )?.[0];
}

function withoutView(filter: FilterQuery): FilterQuery {
  return Object.fromEntries(
    Object.entries(filter).filter(([key]) => !VIEW_KEYS.includes(key as FilterKey)),
  );
}
