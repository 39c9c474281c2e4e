/** The grids of an area as they hold today, each with its notice board to print. */
import { PrinterOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ImportLink } from '#ui/desk/import-link.tsx';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { Field } from '#ui/forms/field.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { areaGrids, listAreas } from '../../contract.ts';
import { AreaChoice } from '../planning/area-choice.tsx';
import './grids.css';
import { hectares } from './hectares.ts';

export default function GridsScreen(): ReactNode {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const imports = carries(useSession(), ['system_admin']);
  const search: { area?: unknown } = useSearch({ strict: false });
  const own = useRead(listAreas, {}).data?.areas[0]?.areaId;
  const areaId = typeof search.area === 'string' ? (search.area as AreaId) : own;
  return (
    <div className="grids">
      <ScreenHead title={t('web.grids.title')} purpose={t('web.grids.purpose')}>
        {imports && <ImportLink kind="grids" />}
      </ScreenHead>
      <Field label={t('web.grids.area')}>
        {(control) => (
          <AreaChoice
            control={control}
            value={areaId}
            choose={(area) => {
              navigate({ to: '/grids', search: { area } }).catch(reportError);
            }}
          />
        )}
      </Field>
      {areaId !== undefined && <Grids key={areaId} areaId={areaId} />}
    </div>
  );
}

function Grids({ areaId }: { readonly areaId: AreaId }): ReactNode {
  const { t, i18n } = useTranslation('places');
  const read = useRead(areaGrids, { params: { areaId } });
  return (
    <ReadState read={read}>
      {({ features, truncated }) =>
        features.length === 0 ? (
          <Empty title={t('web.grids.none')}>{t('web.grids.noneNext')}</Empty>
        ) : (
          <>
            <table className="grids-table">
              <thead>
                <tr>
                  <th scope="col">{t('web.grids.name')}</th>
                  <th scope="col">{t('web.grids.code')}</th>
                  <th scope="col">{t('web.grids.kind')}</th>
                  <th scope="col" className="cell-number">
                    {t('web.grids.hectares')}
                  </th>
                  <th scope="col">{t('web.grids.since')}</th>
                  <th scope="col">{t('web.grids.board')}</th>
                </tr>
              </thead>
              <tbody>
                {byName(features, i18n.language).map(({ id, properties: grid }) => (
                  <tr key={id}>
                    <th scope="row">{grid.name}</th>
                    <td className="number">{grid.code ?? '—'}</td>
                    <td>{t(`web.grids.kinds.${grid.kind}`)}</td>
                    <td className="cell-number number">
                      {hectares(grid.squareMetres, i18n.language)}
                    </td>
                    <td className="number">{grid.from}</td>
                    <td>
                      <Link
                        to="/grids/$areaId/$gridId"
                        params={{ areaId: grid.areaId, gridId: String(id) }}
                        aria-label={t('web.grids.boardOf', { name: grid.name })}
                      >
                        <PrinterOutlined aria-hidden /> {t('web.grids.print')}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {truncated && <p className="muted">{t('web.grids.truncated')}</p>}
          </>
        )
      }
    </ReadState>
  );
}

type Feature = Answer<typeof areaGrids>['features'][number];

/** Those of a community together, the second before the tenth. */
function byName(features: readonly Feature[], language: string): readonly Feature[] {
  return features.toSorted((a, b) =>
    a.properties.name.localeCompare(b.properties.name, language, { numeric: true }),
  );
}
