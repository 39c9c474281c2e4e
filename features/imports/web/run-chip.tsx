/** Where a run stands, as shape, word and colour. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '#ui/status/status-chip.tsx';
import type { Tone } from '#ui/status/tone.ts';
import type { RunState } from '../contract.ts';

const TONES: Readonly<Record<RunState, Tone>> = {
  new: 'waits',
  refused: 'late',
  dropped: 'ended',
  checking: 'in_hand',
  checked: 'waits',
  importing: 'in_hand',
  done: 'ended',
  undoing: 'in_hand',
  undone: 'ended',
};

export function RunChip({ state }: { readonly state: RunState }): ReactNode {
  const { t } = useTranslation('imports');
  return <StatusChip tone={TONES[state]}>{t(`web.state.${state}`)}</StatusChip>;
}
