/** A time limit in words: 3 个工作日. */
import { useTranslation } from 'react-i18next';
import type { listLimits } from '#features/matters/contract.ts';
import type { TimeUnit } from '#kernel/calendar/time-limit.ts';
import type { Answer } from '#kernel/endpoint.ts';

/** What the place keeps of a category. */
export type Kept = Answer<typeof listLimits>['categories'][number];

export interface LimitWords {
  length(limit: { readonly amount: number; readonly unit: TimeUnit }): string;
}

export function useLimitWords(): LimitWords {
  const { t } = useTranslation('matters');
  return { length: ({ amount, unit }) => t(`web.catalogue.length.${unit}`, { count: amount }) };
}
