/** One large number with its name above and what it is made of below. */
import type { ReactNode } from 'react';

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
  readonly mark?: ReactNode;
  readonly tone?: 'late';
}

export function Figure({ name, value, note, mark, tone }: FigureProps): ReactNode {
  return (
    <div className="wall-figure" data-tone={tone}>
      <dt>{name}</dt>
      <dd>
        <span className="wall-number">
          {mark}
          {value}
        </span>
        {note !== undefined && note !== '' && <span className="wall-note">{note}</span>}
      </dd>
    </div>
  );
}
