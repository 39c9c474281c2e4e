/** The server is at work; the window may be closed meanwhile. */
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '../../contract.ts';

export function WorkingStep({ run }: { readonly run: ImportRun }): ReactNode {
  const { t } = useTranslation('imports');
  const { state, progress, counts } = run;
  const undoes = state === 'undoing';
  return (
    <section className="run-working" aria-label={t(`web.state.${state}`)}>
      <Progress
        percent={Math.round(progress * 100)}
        status="active"
        showInfo={false}
        aria-label={t('web.working.progress')}
      />
      <p role="status">
        {undoes
          ? t('web.working.undoing', { count: counts.takenBack })
          : t(`web.working.${state}`, { count: counts.rows })}
      </p>
      <p className="muted">{t('web.working.leave')}</p>
    </section>
  );
}
