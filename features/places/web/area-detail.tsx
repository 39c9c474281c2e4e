/** One area: its code, since when, what it lies in, its border, and what can be done with it. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { FormActions } from '#ui/forms/form-actions.tsx';
import { PairDetail } from '#ui/lists/pair-detail.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getArea } from '../contract.ts';
import { LocalAreaForm } from './local-area-form.tsx';

const AreaMap = lazy(async () => import('./area-map.tsx'));

interface AreaDetailProps {
  readonly areaId: string;
  readonly leave: () => void;
}

export function AreaDetail({ areaId, leave }: AreaDetailProps): ReactNode {
  const { t } = useTranslation('places');
  const read = useRead(getArea, { params: { areaId: areaId as AreaId } });
  return (
    <PairDetail key={areaId} label={t('web.detail')} leave={leave}>
      <ReadState read={read}>
        {(area) => (
          <>
            <h2>{area.name}</h2>
            <dl className="facts">
              <dt>{t('web.fact.kind')}</dt>
              <dd>{t(`web.level.${area.level ?? area.kind}`)}</dd>
              <dt>{t('web.fact.code')}</dt>
              <dd>{area.code ?? t('web.fact.noCode')}</dd>
              <dt>{t('web.fact.above')}</dt>
              <dd>{area.above.map(({ name }) => name).join(' / ') || t('web.fact.top')}</dd>
              <dt>{t('web.fact.since')}</dt>
              <dd>{area.versions.at(-1)?.from}</dd>
            </dl>
            <FormActions
              label={t('web.actions')}
              actions={[
                {
                  key: 'add',
                  label: t('web.add.button'),
                  form: (close) => <LocalAreaForm parent={area} close={close} />,
                },
              ]}
            />
            {area.geometry === null ? (
              <p className="muted">{t('web.noBorder')}</p>
            ) : (
              <Suspense fallback={null}>
                <AreaMap key={areaId} label={area.name} geometry={area.geometry} />
              </Suspense>
            )}
          </>
        )}
      </ReadState>
    </PairDetail>
  );
}
