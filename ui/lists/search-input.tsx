/** A field that looks for what is typed in it, as soon as somebody stops typing or presses Enter. */
import { Input } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';

/** Milliseconds without a letter after which it is looked for. */
const STOPS = 300;

interface SearchInputProps {
  readonly label: string;
  readonly most: number;
  readonly className?: string;
  /** Hears the words without the spaces around them; empty where there are none. */
  readonly search: (words: string) => void;
}

export function SearchInput({ label, most, className, search }: SearchInputProps): ReactNode {
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The letters from which Chinese words are being made are not what is looked for.
  const isComposing = useRef(false);
  useEffect(() => () => clearTimeout(wait.current), []);
  const typed = (words: string): void => {
    clearTimeout(wait.current);
    if (!isComposing.current) wait.current = setTimeout(() => search(words.trim()), STOPS);
  };
  return (
    <Input.Search
      {...(className !== undefined && { className })}
      allowClear
      maxLength={most}
      aria-label={label}
      placeholder={label}
      onChange={(event) => typed(event.target.value)}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        typed(event.currentTarget.value);
      }}
      onSearch={(words) => {
        clearTimeout(wait.current);
        search(words.trim());
      }}
    />
  );
}
