/** What could not be as asked, and why, with the place. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '#ui/status/status-chip.tsx';
import type { DrawnDraft } from './messages.ts';

const SHOWN = 8;

interface FindingsProps {
  readonly draft: Pick<DrawnDraft, 'findings' | 'outside'>;
  readonly nameOf: (number: number) => string;
  readonly points: readonly { readonly label: string }[];
}

export function Findings({ draft, nameOf, points }: FindingsProps): ReactNode {
  const told = draft.findings.map((finding) => toldFinding(finding, nameOf, points));
  return <FindingList findings={told} outside={draft.outside} />;
}

export type ToldFinding = Readonly<Record<string, string | number>>;

/** With names in place of numbers: so it is kept with the plan. */
export function toldFinding(
  finding: DrawnDraft['findings'][number],
  nameOf: (number: number) => string,
  points: readonly { readonly label: string }[],
): ToldFinding {
  const label = 'at' in finding ? points[finding.at]?.label.slice(0, 40) : undefined;
  return {
    ...finding,
    ...('grid' in finding && { grid: nameOf(finding.grid).slice(0, 40) }),
    ...('pinned' in finding && { pinned: nameOf(finding.pinned).slice(0, 40) }),
    ...('at' in finding && { at: label || finding.at + 1 }),
  };
}

export function FindingList({
  findings,
  outside = 0,
}: {
  readonly findings: readonly ToldFinding[];
  readonly outside?: number;
}): ReactNode {
  const { t } = useTranslation('places');
  if (findings.length === 0 && outside === 0)
    return (
      <p className="planning-findings">
        <StatusChip tone="ended">{t('web.planning.allAsAsked')}</StatusChip>
      </p>
    );
  const sentences = findings.slice(0, SHOWN).map((finding) => {
    const values = Object.entries(finding).map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'number' ? Math.round(value * 10) / 10 : value,
    ]);
    return t(`web.planning.finding.${finding['code']}`, Object.fromEntries(values));
  });
  return (
    <section className="planning-findings" aria-label={t('web.planning.findings')}>
      <StatusChip tone="soon">{t('web.planning.findings')}</StatusChip>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {outside > 0 && <li>{t('web.planning.outside', { count: outside })}</li>}
        {findings.length > SHOWN && (
          <li className="muted">
            {t('web.planning.moreFindings', { count: findings.length - SHOWN })}
          </li>
        )}
      </ul>
    </section>
  );
}
