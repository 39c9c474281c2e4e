/** When what is shown was reported: a span of months to draw along, or to let run. */
import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { Button, Slider } from 'antd';
import { memo, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { legalDay } from '#kernel/period.ts';
import { useNow, useTimeZone } from '#ui/time/now.ts';
import type { FilterControl } from '../filter/use-filter.ts';
import { daysOfSpan, monthsUntil, nextSpan, type Span, spanOf } from './months.ts';

/** Milliseconds a month stands while time runs. */
const STANDS = 1_500;

/** Stands still while the map moves. */
export const TimeSlider = memo(Slid);

function Slid({ control }: { readonly control: FilterControl }): ReactNode {
  const { t } = useTranslation('matters');
  const today = legalDay(useNow(), useTimeZone());
  const months = monthsUntil(today);
  const chosen = spanOf(months, control.filter);
  const [drawn, setDrawn] = useState<Span>();
  const [runs, setRuns] = useState(false);
  const show = (span: Span): void => {
    const { from: _from, to: _to, ...rest } = control.filter;
    control.replace({ ...rest, ...daysOfSpan(months, span) });
  };
  const goOn = useEffectEvent(() => show(nextSpan(months, chosen)));
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => goOn(), STANDS);
    return () => clearInterval(timer);
  }, [runs]);
  const [first, last] = drawn ?? chosen;
  const words = { from: months[first] ?? '', to: months[last] ?? '' };
  return (
    <fieldset className="time-slider" aria-label={t('web.map.time')}>
      <Button
        type="text"
        icon={runs ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
        aria-label={t(runs ? 'web.map.timeStops' : 'web.map.timeRuns')}
        onClick={() => setRuns(!runs)}
      />
      <Slider
        range
        min={0}
        max={months.length - 1}
        value={[first, last]}
        tooltip={{ formatter: (at) => months[at ?? 0] }}
        ariaLabelForHandle={[t('web.map.timeFrom'), t('web.map.timeTo')]}
        ariaValueTextFormatterForHandle={[(at) => months[at] ?? '', (at) => months[at] ?? '']}
        onChange={([from = 0, to = 0]) => {
          setRuns(false);
          setDrawn([from, to]);
        }}
        onChangeComplete={([from = 0, to = 0]) => {
          setDrawn(undefined);
          show([from, to]);
        }}
      />
      <output className="number">{first === last ? words.to : t('web.map.timeSpan', words)}</output>
    </fieldset>
  );
}
