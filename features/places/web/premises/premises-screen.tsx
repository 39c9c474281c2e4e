/** Estates with their buildings, entrances and rooms as a tree, and a building as a wall chart. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaId, isId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { Field } from '#ui/forms/field.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { listAreas } from '../../contract.ts';
import { AreaChoice } from '../planning/area-choice.tsx';
import { Detail } from './detail.tsx';
import { FindPremise } from './find-premise.tsx';
import { PremiseTree } from './premise-tree.tsx';
import './premises.css';
import { useTree } from './use-tree.ts';

export default function PremisesScreen(): ReactNode {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const address: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const own = useRead(listAreas, {}).data?.areas[0]?.areaId;
  const asked = address['area'];
  const areaId = typeof asked === 'string' && isId(asked) ? (asked as AreaId) : own;
  return (
    <div className="premises">
      <ScreenHead title={t('web.premises.title')} purpose={t('web.premises.purpose')}>
        <Field label={t('web.grids.area')}>
          {(control) => (
            <AreaChoice
              control={control}
              value={areaId}
              choose={(area) => {
                navigate({ to: '.', search: area === undefined ? {} : { area } }).catch(
                  reportError,
                );
              }}
            />
          )}
        </Field>
      </ScreenHead>
      {areaId !== undefined && <Ground key={areaId} areaId={areaId} />}
    </div>
  );
}

function Ground({ areaId }: { readonly areaId: AreaId }): ReactNode {
  const { t } = useTranslation('places');
  const tree = useTree(areaId);
  const [chosen, setChosen] = useState<string>();
  if (tree.lines.length === 0 && !tree.waiting)
    return <Empty title={t('web.premises.none')}>{t('web.premises.noneNext')}</Empty>;
  const node = chosen === undefined ? undefined : tree.find(chosen);
  return (
    <div className={node === undefined ? 'premises-pair' : 'premises-pair has-chosen'}>
      <section className="premises-list" aria-label={t('web.premises.tree')}>
        <FindPremise
          areaId={areaId}
          choose={(siteId, path) => {
            tree.reveal([siteId, ...path]).catch(reportError);
            setChosen(path.at(-1));
          }}
        />
        <PremiseTree tree={tree} chosen={chosen} choose={setChosen} />
      </section>
      {node === undefined ? (
        <p className="premises-hint muted">{t('web.premises.hint')}</p>
      ) : (
        <Detail
          key={node.id}
          node={node}
          tree={tree}
          choose={setChosen}
          leave={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}
