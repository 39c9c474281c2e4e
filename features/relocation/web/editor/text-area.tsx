/** The text of a scheme with numbered lines; lines with findings are marked, and one can be gone to. */
import {
  type ReactNode,
  type RefObject,
  type UIEvent,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import type { Severity } from '../../rules/scheme/problem.ts';
import './text-area.css';

export interface TextAreaHandle {
  /** Selects characters and brings them into sight. */
  select(from: number, to: number): void;
}

interface TextAreaProps {
  readonly label: string;
  readonly text: string;
  readonly change: (text: string) => void;
  /** The gravest finding of a line, by its number. */
  readonly marks: ReadonlyMap<number, Severity>;
  readonly handle: RefObject<TextAreaHandle | null>;
  readonly describedBy: string;
}

/** Pixels; the style has the same. */
const LINE = 20;

export function TextArea(props: TextAreaProps): ReactNode {
  const { label, text, change, marks, handle, describedBy } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  useImperativeHandle(handle, () => ({
    select(from, to) {
      const box = area.current;
      if (box === null) return;
      box.focus();
      box.setSelectionRange(from, to);
      const line = box.value.slice(0, from).split('\n').length - 1;
      box.scrollTop = Math.max(0, line * LINE - box.clientHeight / 2);
    },
  }));
  const follow = (event: UIEvent<HTMLTextAreaElement>): void => {
    if (gutter.current !== null) gutter.current.scrollTop = event.currentTarget.scrollTop;
  };
  useEffect(() => {
    if (gutter.current !== null && area.current !== null)
      gutter.current.scrollTop = area.current.scrollTop;
  });
  return (
    <div className="scheme-area">
      <div className="scheme-gutter" ref={gutter} aria-hidden>
        <Numbers count={useLineCount(text)} marks={marks} />
      </div>
      <textarea
        ref={area}
        aria-label={label}
        aria-describedby={describedBy}
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
        onScroll={follow}
      />
    </div>
  );
}

function useLineCount(text: string): number {
  return useMemo(() => text.split('\n').length, [text]);
}

interface NumbersProps {
  readonly count: number;
  readonly marks: ReadonlyMap<number, Severity>;
}

/** One text for all lines that have nothing to say: a long scheme has thousands. */
function Numbers({ count, marks }: NumbersProps): ReactNode {
  const numbers = useMemo(
    () => Array.from({ length: count }, (_, at) => at + 1).join('\n'),
    [count],
  );
  return (
    <div className="scheme-numbers">
      {numbers}
      {[...marks].map(([line, severity]) => (
        <span
          key={line}
          className={`scheme-mark scheme-mark-${severity}`}
          style={{ top: (line - 1) * LINE }}
        >
          {line}
        </span>
      ))}
    </div>
  );
}
