/** What was joined to it, and what nearby or in like words may be the same. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MatterDetail, type State, similarMatters } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import { Moment } from '#ui/time/moment.tsx';

interface Line {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: State;
  /** Where and since when: what tells apart what is alike. */
  readonly area?: { readonly name: string };
  readonly reportedAt?: string;
}

export function RelatedMatters({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const { t } = useTranslation('matters');
  const open = matter.urgency !== 'ended';
  const similar = useRead(
    similarMatters,
    { params: { matterId: matter.matterId } },
    { enabled: open },
  );
  const known = new Set(matter.related.map(({ id }) => id));
  const alike = (similar.data?.items ?? [])
    .filter(({ matterId }) => !known.has(matterId))
    .map((row) => ({ ...row, id: row.matterId as string }));
  return (
    <>
      <Lines title={t('web.detail.related')} lines={matter.related} />
      <Lines title={t('web.detail.similar')} lines={alike} />
    </>
  );
}

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
}): ReactNode {
  const { t } = useTranslation('matters');
  if (lines.length === 0) return null;
  return (
    <section className="related" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Link to="/matters/$matterId" params={{ matterId: line.id }} search={true}>
              {line.number}
            </Link>{' '}
            {line.title}
            <span className="related-where muted">
              {t(`web.state.${line.state}`)}
              {line.area && ` · ${line.area.name}`}
              {line.reportedAt && [' · ', <Moment key="at" at={line.reportedAt} />]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
