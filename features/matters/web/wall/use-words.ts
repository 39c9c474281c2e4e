/** Numbers, days and names of a wall in the language it speaks. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { WallRate } from '../../contract.ts';

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

export interface WallWords {
  readonly t: TFunction<'matters'>;
  /** A count, or that it is withheld. */
  count(value: number | null): string;
  /** `93.4%`, or that it is withheld, or that there is nothing to count. */
  percent(rate: WallRate): string;
  /** `892/955`, without signs between thousands; empty where the numerator is withheld. */
  counts(rate: WallRate): string;
  name(named: Named): string;
  /** Without the ending that all of its kind have. */
  shortName(named: Named): string;
  /** `11月26日 周四 10:44` */
  moment(instant: string, timeZone: string): string;
  /** `10月1日` */
  day(day: string): string;
  month(day: string): string;
}

export function useWords(): WallWords {
  const { t, i18n } = useTranslation('matters');
  const english = i18n.language === 'en';
  const language = english ? 'en-GB' : 'zh-CN';
  const count = (value: number | null): string =>
    value === null ? t('web.wall.withheld') : new Intl.NumberFormat(language).format(value);
  const name = ({ name: own, nameEn }: Named): string => (english && nameEn !== '' ? nameEn : own);
  return {
    t,
    count,
    name,
    shortName: (named) => {
      const whole = name(named);
      // A name may be Chinese on an English wall.
      const endings = t('web.wall.endings').split('|');
      const ending = endings.find((one) => whole.endsWith(one) && whole.length > one.length);
      return ending === undefined ? whole : whole.slice(0, -ending.length);
    },
    percent: ({ numerator, denominator }) => {
      if (denominator === 0) return t('web.wall.nothing');
      if (numerator === null || denominator === null) return t('web.wall.withheld');
      return `${((numerator / denominator) * 100).toFixed(1)}%`;
    },
    counts: ({ numerator, denominator }) =>
      numerator === null || denominator === null || denominator === 0
        ? ''
        : `${numerator}/${denominator}`,
    moment: (instant, timeZone) => {
      const say = (options: Intl.DateTimeFormatOptions): string =>
        new Intl.DateTimeFormat(language, { timeZone, ...options }).format(new Date(instant));
      const day = say({ month: english ? 'short' : 'long', day: 'numeric' });
      const weekday = say({ weekday: 'short' });
      const time = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
      return (english ? [weekday, day, time] : [day, weekday, time]).join(' ');
    },
    day: (day) =>
      new Intl.DateTimeFormat(language, {
        timeZone: 'UTC',
        month: english ? 'short' : 'long',
        day: 'numeric',
      }).format(new Date(`${day}T00:00:00Z`)),
    month: (day) =>
      new Intl.DateTimeFormat(language, {
        timeZone: 'UTC',
        year: 'numeric',
        month: english ? 'short' : 'long',
      }).format(new Date(`${day}T00:00:00Z`)),
  };
}
