/** A ring with its centre: show this place. Plain, since there are as many on the screen as lines of the list. */
import type { ReactNode } from 'react';

export function Aim(): ReactNode {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" stroke="currentColor" aria-hidden>
      <circle cx="7" cy="7" r="4.4" fill="none" strokeWidth="1.2" />
      <path d="M7 0V2.4M7 11.6V14M0 7H2.4M11.6 7H14" strokeWidth="1.2" />
      <circle cx="7" cy="7" r="1.9" fill="currentColor" stroke="none" />
    </svg>
  );
}
