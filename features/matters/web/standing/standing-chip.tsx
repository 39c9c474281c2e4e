/** How a matter stands against its limit, as shape, word and colour. */
import type { ReactNode } from 'react';
import type { MatterSummary } from '#features/matters/contract.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { StatusChip } from '#ui/status/status-chip.tsx';
import { useMoment } from '#ui/time/use-moment.ts';

type Standing = Pick<MatterSummary, 'urgency' | 'state' | 'dueAt'> & {
  readonly reviewOn?: string | null;
};

export function StandingChip({ matter }: { readonly matter: Standing }): ReactNode {
  return <StatusChip tone={matter.urgency}>{useStandingWord()(matter)}</StatusChip>;
}

/** 超期 1 天, 2 小时后到期, 处置中, 待核查, 挂账 · 12-05 复核. */
function useStandingWord(): (matter: Standing) => string {
  const t = useTexts('matters');
  const { now, length } = useMoment();
  return (matter) => {
    const left = matter.dueAt === null ? 0 : Date.parse(matter.dueAt) - now;
    if (matter.urgency === 'late') return t('web.standing.late', { length: length(left) });
    if (matter.urgency === 'soon' && left > 0) {
      return t('web.standing.soon', { length: length(left) });
    }
    if (matter.state === 'shelved' && matter.reviewOn) {
      return t('web.standing.review', { day: matter.reviewOn.slice(5) });
    }
    return t(`web.state.${matter.state}`);
  };
}
