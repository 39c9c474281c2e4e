/** Search from anywhere: Ctrl+K (⌘K) focuses, Enter searches. */
import { SearchOutlined } from '@ant-design/icons';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../keyboard/use-keys.ts';

export function SearchBox({ search }: { readonly search: (words: string) => void }): ReactNode {
  const { t } = useTranslation('ui');
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  useKeys({
    'mod+k': () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <search className="desk-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(words.trim());
        }}
      >
        <SearchOutlined aria-hidden className="desk-search-sign" />
        <input
          ref={input}
          type="search"
          value={words}
          maxLength={100}
          aria-label={t('desk.search')}
          placeholder={t('desk.searchHint')}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <kbd aria-hidden>Ctrl K</kbd>
      </form>
    </search>
  );
}
