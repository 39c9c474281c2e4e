/** Beside the list: what is asked of all chosen matters, what it would do to each, what it did. */
import { Button } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '#features/matters/contract.ts';
import type { MatterId } from '#kernel/ids.ts';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { BulkForm } from './bulk-form.tsx';
import './bulk-panel.css';
import { BulkPreview } from './bulk-preview.tsx';
import { BulkRun } from './bulk-run.tsx';
import { useBulk } from './use-bulk.ts';

interface BulkPanelProps {
  readonly action: BulkAction;
  readonly matterIds: readonly MatterId[];
  /** Closes the panel; `settled` where the choice has done its work. */
  readonly close: (settled: boolean) => void;
}

export function BulkPanel({ action, matterIds, close }: BulkPanelProps): ReactNode {
  const { t } = useTranslation('matters');
  const title = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const bulk = useBulk(action, matterIds);
  const { phase } = bulk;
  const under = phase === 'running' || phase === 'undoing';
  const settled = phase === 'done' || phase === 'undone';
  // What comes next is read out, and keys go on from there.
  const arrive = useEffectEvent(() => head.current?.focus());
  useEffect(() => {
    if (phase !== 'fill') arrive();
  }, [phase]);
  useKeys({ ...(!under && { escape: () => close(settled) }) });
  return (
    <section className="bulk" aria-labelledby={title}>
      <header className="bulk-head">
        <h2 id={title} ref={head} tabIndex={-1}>
          {t(`web.action.${action}.title`)}
        </h2>
        <span className="muted">{t('web.bulk.of', { count: matterIds.length })}</span>
        <Button type="text" disabled={under} onClick={() => close(settled)}>
          {t('web.bulk.close')}
        </Button>
      </header>
      {/* What was typed stays while one looks ahead. */}
      <div hidden={phase !== 'fill'}>
        <BulkForm action={action} bulk={bulk} />
      </div>
      {phase === 'preview' && <BulkPreview action={action} bulk={bulk} />}
      {(under || settled) && <BulkRun bulk={bulk} close={() => close(true)} />}
    </section>
  );
}
