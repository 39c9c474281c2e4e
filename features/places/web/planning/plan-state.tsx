/** In which state a plan is: shape, word and the days that belong to it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '#ui/status/status-chip.tsx';
import type { Tone } from '#ui/status/tone.ts';
import type { PlanSummary } from '../../contract.ts';

const TONES: Readonly<Record<PlanSummary['state'], Tone>> = {
  proposed: 'in_hand',
  consulted: 'waits',
  in_force: 'ended',
  withdrawn: 'shelved',
};

export function PlanState({ plan }: { readonly plan: PlanSummary }): ReactNode {
  const { t } = useTranslation('places');
  const { state, consultUntil, inForceFrom } = plan;
  return (
    <span className="planning-state">
      <StatusChip tone={TONES[state]}>{t(`web.planning.state.${state}`)}</StatusChip>
      {state === 'consulted' && (
        <span className="muted">{t('web.planning.until', { day: consultUntil })}</span>
      )}
      {state === 'in_force' && (
        <span className="muted">{t('web.planning.since', { day: inForceFrom })}</span>
      )}
    </span>
  );
}
