/** One matter that waits for me: what it is, and what I do next. */
import { memo, type ReactNode } from 'react';
import type { todayMatters } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useTexts } from '#ui/i18n/use-texts.ts';
import { ItemLink } from '#ui/lists/item-link.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { StandingChip } from '../standing/standing-chip.tsx';

type Waiting = Answer<typeof todayMatters>['items'][number];

interface TodayRowProps {
  readonly matter: Waiting;
  readonly addressOf: (matterId: string) => string;
  readonly open: (matterId: string) => void;
}

export const TodayRow = memo(Row);

function Row({ matter, addressOf, open }: TodayRowProps): ReactNode {
  const t = useTexts('matters');
  return (
    <li>
      <ItemLink
        href={addressOf(matter.matterId)}
        follow={() => open(matter.matterId)}
        className="today-row"
      >
        <StandingChip matter={matter} />
        <span className="today-title">
          {matter.title}
          <span className="today-note">
            {matter.number} · {matter.area.name}
            {matter.category !== null && ` · ${matter.category.name}`}
          </span>
        </span>
        <span className="today-due">{matter.dueAt !== null && <Moment at={matter.dueAt} />}</span>
        <span className="today-next">{t(`web.task.${matter.task}`)}</span>
      </ItemLink>
    </li>
  );
}
