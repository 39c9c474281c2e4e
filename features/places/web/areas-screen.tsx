/** The areas of the place: copied from the country's divisions, joined by local ones. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { ImportLink } from '#ui/desk/import-link.tsx';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { FormActions } from '#ui/forms/form-actions.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { TreeStop } from '#ui/lists/tree-stop.tsx';
import { useChosen } from '#ui/lists/use-chosen.ts';
import { listAreas } from '../contract.ts';
import { AreaDetail } from './area-detail.tsx';
import { AreaLevel } from './area-level.tsx';
import './areas-screen.css';
import { CopyProgress } from './copy-progress.tsx';
import { DivisionForm } from './division-form.tsx';

export default function AreasScreen(): ReactNode {
  const { t } = useTranslation('places');
  const { chosen, choose } = useChosen('area');
  const read = useRead(listAreas, {});
  return (
    <div className={chosen === undefined ? 'pair-screen' : 'pair-screen has-chosen'}>
      <section className="pair-list" aria-label={t('web.title')}>
        <ScreenHead title={t('web.title')} purpose={t('web.purpose')}>
          <ImportLink kind="divisions" />
        </ScreenHead>
        <CopyProgress />
        <FormActions
          label={t('web.actions')}
          actions={[
            {
              key: 'copy',
              label: t('web.copy.button'),
              form: (close) => <DivisionForm close={close} />,
            },
          ]}
        />
        <ReadState read={read} rows={5}>
          {({ areas }) => (
            <>
              {areas.every((area) => !area.hasChildren) && (
                <p className="areas-empty">{t('web.onlyTop')}</p>
              )}
              <TreeStop>
                <AreaLevel areas={areas} chosen={chosen} choose={choose} open />
              </TreeStop>
            </>
          )}
        </ReadState>
      </section>
      {chosen !== undefined && <AreaDetail areaId={chosen} leave={() => choose(undefined)} />}
    </div>
  );
}
