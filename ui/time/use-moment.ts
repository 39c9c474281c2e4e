/** Instants and lengths of time as texts of the chosen language. */
import { useTexts } from '../i18n/use-texts.ts';
import { useNow, useTimeZone } from './now.ts';
import { dayParts, lengthWords, momentWords } from './words.ts';

export interface MomentTexts {
  readonly now: number;
  readonly timeZone: string;
  /** 今天 17:30 */
  moment(instant: string): string;
  /** 3 小时 */
  length(milliseconds: number): string;
  /** 11月27日星期五 */
  today(): string;
}

export function useMoment(): MomentTexts {
  const t = useTexts('ui');
  const now = useNow();
  const timeZone = useTimeZone();
  return {
    now,
    timeZone,
    moment: (instant) => {
      const { key, values } = momentWords(instant, now, timeZone);
      return t(key, values);
    },
    length: (milliseconds) => {
      const { key, values } = lengthWords(milliseconds);
      return t(key, values);
    },
    today: () => {
      const { weekday, month, day } = dayParts(now, timeZone);
      return t('time.date.whole', {
        weekday: t(`time.date.weekday.${weekday}`),
        month: t(`time.date.month.${month}`),
        day,
      });
    },
  };
}
