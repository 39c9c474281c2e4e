/** A state as shape, word and colour together. */
import type { ReactNode } from 'react';
import { Shape } from './shape.tsx';
import type { Tone } from './tone.ts';

interface StatusChipProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

export function StatusChip({ tone, children }: StatusChipProps): ReactNode {
  return (
    <span className={`status-chip status-${tone}`}>
      <Shape tone={tone} />
      <span>{children}</span>
    </span>
  );
}
