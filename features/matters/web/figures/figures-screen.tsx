/** Rates with their counts and definitions, what is still open, and both by area, unit, category, month. */
import { Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getFigures } from '#features/matters/contract.ts';
import { legalDay } from '#kernel/period.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { useMoment } from '#ui/time/use-moment.ts';
import { Backlog } from './backlog.tsx';
import './figures-screen.css';
import { GroupTable } from './group-table.tsx';
import { daysOf, PERIODS, type PeriodName } from './period.ts';
import { RateTiles } from './rate-tiles.tsx';

const GROUPINGS = ['area', 'organisation', 'category', 'month'] as const;
type Grouping = (typeof GROUPINGS)[number];

export default function FiguresScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const { now, timeZone } = useMoment();
  const [period, setPeriod] = useState<PeriodName>('month');
  const [by, setBy] = useState<Grouping>('area');
  const today = legalDay(now, timeZone);
  const days = daysOf(period, today);
  const total = useRead(getFigures, { query: { ...days, by: 'total' } }, { keep: true });
  const groups = useRead(getFigures, { query: { ...days, by } }, { keep: true });
  return (
    <div className="figures">
      <ScreenHead title={t('web.figures.title')} purpose={t('web.figures.purpose')}>
        <Select
          aria-label={t('web.figures.period')}
          value={period}
          options={PERIODS.map((name) => ({
            value: name,
            label: t(`web.figures.periods.${name}`),
          }))}
          onChange={setPeriod}
        />
        <span className="muted">
          {days.from} – {days.to}
        </span>
        {total.data !== undefined && (
          <span className="muted figures-as-of">
            {t('web.figures.asOf')} <Moment at={total.data.asOf} />
          </span>
        )}
      </ScreenHead>
      <ReadState read={total} rows={5}>
        {({ groups: [all], backlog }) => (
          <>
            {all === undefined ? (
              <p className="muted">{t('web.figures.none')}</p>
            ) : (
              <RateTiles figures={all.figures} days={days} />
            )}
            <Backlog backlog={backlog} today={today} />
          </>
        )}
      </ReadState>
      <section aria-label={t('web.figures.groups')}>
        <div className="figures-by">
          <h2>{t('web.figures.groups')}</h2>
          <Segmented
            aria-label={t('web.figures.groups')}
            value={by}
            options={GROUPINGS.map((name) => ({ value: name, label: t(`web.figures.by.${name}`) }))}
            onChange={setBy}
          />
        </div>
        <ReadState read={groups} rows={6}>
          {(answer) => <GroupTable by={by} groups={answer.groups} days={days} />}
        </ReadState>
      </section>
    </div>
  );
}
