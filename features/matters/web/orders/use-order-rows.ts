/** The fields of an order, in the order in which offices write them. */
import { useTranslation } from 'react-i18next';
import type { MatterDetail, Order, OrderFacts } from '#features/matters/contract.ts';
import { useTimeZone } from '#ui/time/now.ts';

interface Cell {
  /** Key of its label. */
  readonly label: string;
  readonly text: string;
}

export interface OrderRows {
  readonly pairs: readonly (readonly [Cell, Cell])[];
  readonly wide: readonly Cell[];
  readonly time: (at: string | null) => string;
}

export function useOrderRows(matter: MatterDetail, order: Order, facts: OrderFacts): OrderRows {
  const { t, i18n } = useTranslation('matters');
  const timeZone = useTimeZone();
  const format = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const time = (at: string | null): string => (at === null ? '' : format.format(Date.parse(at)));
  const cell = (label: string, text: string): Cell => ({ label, text });
  const said = (lines: OrderFacts['demands']): string =>
    lines.map(({ at, by, text }) => [time(at), by, text].filter(Boolean).join('　')).join('\n');
  const area = [matter.place.areaName, matter.place.gridName].filter(Boolean).join(' ');
  const reported = cell('reportedAt', time(matter.reportedAt));
  const limit = cell('due', time(facts.dueAt));
  const category = cell('category', matter.category?.name ?? '');
  const about = [
    cell('subject', matter.title),
    cell('place', matter.place.text),
    cell('description', matter.description),
  ];
  const end = [cell('answer', facts.answer), cell('received', t('web.order.signature'))];
  if (order === 'dispatch') {
    return {
      time,
      pairs: [
        [cell('unit', facts.unit), limit],
        [cell('source', t(`web.source.${matter.source}`)), reported],
        [category, cell('area', area)],
      ],
      wide: [
        ...about,
        cell('opinion', said(facts.demands)),
        cell('requirements', t('web.order.rules')),
        ...end,
      ],
    };
  }
  const steps = facts.steps.map(({ at, kind, by }) =>
    [time(at), t(`web.event.${kind.replace(/^matter\./, '')}`), by].filter(Boolean).join('　'),
  );
  return {
    time,
    pairs: [
      [cell('issuedBy', facts.issuedBy), cell('unit', facts.unit)],
      [reported, limit],
      [category, cell('stage', t(`web.state.${matter.state}`))],
    ],
    wide: [
      ...about,
      cell('demands', said(facts.demands)),
      cell('instructions', said(facts.instructions)),
      cell('steps', steps.join('\n')),
      ...end,
    ],
  };
}
