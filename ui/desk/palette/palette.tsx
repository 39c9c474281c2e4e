/**
 * One line for everything: a matter, a place, a unit, a post, a screen, an
 * action. Ctrl+K (⌘K) comes here from anywhere; the arrows choose, Enter does it.
 */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../../icons/icons.tsx';
import { useKeys } from '../../keyboard/use-keys.ts';
import { useNarrow } from '../../theme/use-media.ts';
import { Found, optionId } from './found.tsx';
import { noteUsed } from './last-used.ts';
import './palette.css';
import { type Item, type Offered, useGroups } from './use-groups.ts';

export function Palette(offered: Offered): ReactNode {
  const { t } = useTranslation('ui');
  const narrow = useNarrow();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const found = useGroups(offered, open, typed);
  const items = found.groups.flatMap((group) =>
    group.items.map((item) => ({ ...item, key: `${group.key} ${item.key}` })),
  );
  // What was chosen may be gone with the next letter: then the first one is meant.
  const at = Math.max(
    items.findIndex((item) => item.key === chosen),
    0,
  );
  const current = items[at];
  useKeys({
    'mod+k': () => {
      input.current?.focus();
      input.current?.select();
      setOpen(true);
    },
  });
  const close = (): void => {
    setOpen(false);
    setChosen(undefined);
  };
  const run = (item: Item): void => {
    close();
    setTyped('');
    input.current?.blur();
    if (item.ref !== undefined) noteUsed(offered.who, item.ref);
    item.run();
  };
  const move = (step: number): void => {
    setOpen(true);
    setChosen(items[(at + step + items.length) % items.length]?.key);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => current !== undefined && open && run(current),
      Escape: () => {
        close();
        input.current?.blur();
      },
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <search className={open ? 'palette palette-open' : 'palette'}>
      <div className="palette-line">
        <SearchIcon className="palette-sign" />
        <input
          ref={input}
          type="text"
          role="combobox"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          maxLength={100}
          aria-label={t('palette.title')}
          placeholder={t(narrow ? 'palette.short' : 'palette.hint')}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open && current ? optionId(list, current.key) : undefined}
          onFocus={() => setOpen(true)}
          onBlur={close}
          onChange={(event) => {
            setOpen(true);
            setChosen(undefined);
            setTyped(event.target.value);
          }}
          onKeyDown={press}
        />
        <kbd aria-hidden>Ctrl K</kbd>
      </div>
      {open && (
        <Found id={list} found={found} current={current?.key} choose={setChosen} run={run} />
      )}
    </search>
  );
}
