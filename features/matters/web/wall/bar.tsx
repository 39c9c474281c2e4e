/** A length beside its number; striped where the number is withheld. */
import type { ReactNode } from 'react';
import './bar.css';

interface BarProps {
  /** Of the longest, 0 to 1. */
  readonly share: number | null;
  readonly old?: boolean;
}

export function Bar({ share, old = false }: BarProps): ReactNode {
  return (
    <span className="wall-bar" aria-hidden>
      {share === null && <span className="wall-bar-hidden" />}
      {share !== null && share > 0 && (
        <span className="wall-bar-length" data-old={old} style={{ width: `${share * 100}%` }} />
      )}
    </span>
  );
}
