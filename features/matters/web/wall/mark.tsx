/** The shape that goes with a colour and a word: ■ late or low, ▲ some, ● well, ○ nothing, ◇ withheld. */
import type { ReactNode } from 'react';
import type { AreaStanding, RateStanding } from '../../rules/wall/standing.ts';

export type Standing = AreaStanding | RateStanding;

const SQUARE = <rect x="1" y="1" width="8" height="8" />;
const TRIANGLE = <path d="M5 0.6 9.6 9.2H0.4Z" />;
const DISC = <circle cx="5" cy="5" r="4.2" />;

const SHAPES: Readonly<Record<Standing, ReactNode>> = {
  late: SQUARE,
  low: SQUARE,
  some_late: TRIANGLE,
  fair: TRIANGLE,
  in_time: DISC,
  good: DISC,
  none: <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.4" />,
  hidden: <path d="M5 1 9 5 5 9 1 5Z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
};

export function Mark({ standing }: { readonly standing: Standing }): ReactNode {
  return (
    <svg className="wall-mark" viewBox="0 0 10 10" fill="currentColor" aria-hidden>
      {SHAPES[standing]}
    </svg>
  );
}
