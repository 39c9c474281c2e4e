/** The shape of a tone: ■ late, ▲ soon, ● in hand, ◆ waits, ◇ shelved, ✓ ended. */
import type { ReactNode } from 'react';
import './status-chip.css';
import type { Tone } from './tone.ts';

const PATHS: Readonly<Record<Tone, ReactNode>> = {
  late: <rect x="1" y="1" width="8" height="8" />,
  soon: <path d="M5 0.6 9.6 9.2H0.4Z" />,
  in_hand: <circle cx="5" cy="5" r="4.2" />,
  waits: <path d="M5 0 10 5 5 10 0 5Z" />,
  shelved: <path d="M5 1 9 5 5 9 1 5Z" fill="none" stroke="currentColor" strokeWidth="1.2" />,
  ended: <path d="M1 5.4 4 8.4 9.2 1.8" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

export function Shape({ tone }: { readonly tone: Tone }): ReactNode {
  return (
    <svg
      className="shape"
      viewBox="0 0 10 10"
      width="10"
      height="10"
      fill="currentColor"
      aria-hidden
    >
      {PATHS[tone]}
    </svg>
  );
}
