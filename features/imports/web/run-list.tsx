/** What was brought before: when, what, by whom, and what came of it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Moment } from '#ui/time/moment.tsx';
import { listRuns } from '../contract.ts';
import { RunChip } from './run-chip.tsx';

export function RunList(): ReactNode {
  const { t } = useTranslation('imports');
  const read = useRead(listRuns, {}, { fresh: 0 });
  return (
    <ReadState read={read} rows={3}>
      {({ runs }) =>
        runs.length === 0 ? (
          <Empty title={t('web.record.none')}>{t('web.record.noneNext')}</Empty>
        ) : (
          <table className="runs">
            <thead>
              <tr>
                <th scope="col">{t('web.record.file')}</th>
                <th scope="col">{t('web.record.kind')}</th>
                <th scope="col">{t('web.record.state')}</th>
                <th scope="col" className="cell-number">
                  {t('web.record.taken')}
                </th>
                <th scope="col" className="cell-number">
                  {t('web.record.refused')}
                </th>
                <th scope="col">{t('web.record.by')}</th>
                <th scope="col">{t('web.record.at')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.runId}>
                  <th scope="row">
                    <Link to="/imports/$runId" params={{ runId: run.runId }}>
                      {run.fileName}
                    </Link>
                  </th>
                  <td>{t(`web.kind.${run.kind}.name`)}</td>
                  <td>
                    <RunChip state={run.state} />
                  </td>
                  <td className="cell-number">{run.counts.created + run.counts.changed}</td>
                  <td className="cell-number">{run.counts.refused}</td>
                  <td>{run.own ? t('web.record.own') : (run.by ?? '—')}</td>
                  <td className="number">
                    <Moment at={run.begunAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </ReadState>
  );
}
