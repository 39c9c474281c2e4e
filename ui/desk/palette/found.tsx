/** What the palette found, in groups; the focus stays in the line above. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalSentence } from '../../client/use-refusal-sentence.ts';
import { StatusChip } from '../../status/status-chip.tsx';
import type { Group, Groups, Item } from './use-groups.ts';

interface FoundProps {
  readonly id: string;
  readonly found: Groups;
  /** Key of the item the arrows stand on, with its group before it. */
  readonly current: string | undefined;
  readonly choose: (key: string) => void;
  readonly run: (item: Item) => void;
}

export function Found({ id, found, current, choose, run }: FoundProps): ReactNode {
  const { t } = useTranslation('ui');
  const sentence = useRefusalSentence();
  const panel = useRef<HTMLDivElement>(null);
  const count = found.groups.reduce((sum, { items }) => sum + items.length, 0);
  useEffect(() => {
    if (current === undefined) return;
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={panel} className="palette-panel">
      <div id={id} role="listbox" aria-label={t('palette.title')} className="palette-list">
        {found.groups.map((group) => (
          <GroupOfItems
            key={group.key}
            id={id}
            group={group}
            current={current}
            choose={choose}
            run={run}
          />
        ))}
      </div>
      <p className="palette-foot">
        <span role="status">
          {found.error === null
            ? t(found.waiting ? 'palette.waiting' : 'palette.count', { count })
            : sentence(found.error)}
        </span>
        <span className="palette-keys" aria-hidden>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.key.move')} <kbd>Enter</kbd> {t('palette.key.open')}{' '}
          <kbd>Esc</kbd> {t('palette.key.close')}
        </span>
      </p>
    </div>
  );
}

interface GroupProps extends Omit<FoundProps, 'found'> {
  readonly group: Group;
}

function GroupOfItems({ id, group, current, choose, run }: GroupProps): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <fieldset className="palette-set">
      {group.label !== '' && <legend>{group.label}</legend>}
      {group.items.map((item) => {
        const key = `${group.key} ${item.key}`;
        return (
          <button
            type="button"
            key={key}
            id={optionId(id, key)}
            role="option"
            tabIndex={-1}
            aria-selected={key === current}
            className="palette-item"
            onMouseMove={() => choose(key)}
            // The line keeps the focus, and with it the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(item)}
          >
            <span className="palette-title">{item.title}</span>
            <span className="palette-note">{item.note}</span>
            {item.tone !== null && (
              <StatusChip tone={item.tone}>{t(`palette.tone.${item.tone}`)}</StatusChip>
            )}
          </button>
        );
      })}
    </fieldset>
  );
}

/** For the line above, which says by it on what the arrows stand. */
export function optionId(list: string, key: string): string {
  return `${list} ${key}`.replaceAll(' ', '_');
}
