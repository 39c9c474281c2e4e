/** The steps of the ladder as this place calls them; the usual words where it has none of its own. */
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ladder } from '../contract.ts';
import { LADDER_RANKS } from '../rules/ladder.ts';

const AN_HOUR = 3_600_000;

export interface StepNames {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  nameOf(rank: number): string;
}

export function useStepNames(): StepNames {
  const { t } = useTranslation('organisations');
  const read = useRead(ladder, {}, { fresh: AN_HOUR });
  const own = new Map((read.data?.steps ?? []).map(({ rank, name }) => [rank, name]));
  const nameOf = (rank: number): string => {
    const usual = LADDER_RANKS.some((known) => known === rank);
    return own.get(rank) ?? (usual ? t(`web.step.${rank}`) : t('web.step.other', { rank }));
  };
  const ranks = [...new Set([...LADDER_RANKS, ...own.keys()])].sort((a, b) => a - b);
  return {
    nameOf,
    choices: ranks.map((rank) => ({
      value: String(rank),
      label: t('web.step.numbered', { rank, name: nameOf(rank) }),
    })),
  };
}
