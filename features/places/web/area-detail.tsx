/** One area: its code, since when, what it lies in, its border, and what can be done with it. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { type FormAction, FormActions } from '#ui/forms/form-actions.tsx';
import { PairDetail } from '#ui/lists/pair-detail.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { getArea } from '../contract.ts';
import { AreaFacts } from './area-facts.tsx';
import { EndAreaForm, RenameAreaForm } from './area-forms.tsx';
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
            {area.endedOn !== null && (
              <p className="area-ended">{t('web.ended', { day: area.endedOn })}</p>
            )}
            <AreaFacts area={area} />
            <FormActions
              label={t('web.actions')}
              actions={area.endedOn === null ? actionsOf(area, t) : []}
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

function actionsOf(
  area: Answer<typeof getArea>,
  t: (key: string) => string,
): readonly FormAction[] {
  const add: FormAction = {
    key: 'add',
    label: t('web.add.button'),
    form: (close) => <LocalAreaForm parent={area} close={close} />,
  };
  const rename: FormAction = {
    key: 'rename',
    label: t('web.rename.button'),
    form: (close) => <RenameAreaForm area={area} close={close} />,
  };
  const end: FormAction = {
    key: 'end',
    label: t('web.end.button'),
    form: (close) => <EndAreaForm area={area} close={close} />,
  };
  return area.parentAreaId === null ? [add, rename] : [add, rename, end];
}
