/** The notice board of a grid: where it reaches, who works in it, how anybody reports something. */
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import type { Answer } from '#kernel/endpoint.ts';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { Sheet } from '#ui/print/sheet.tsx';
import { Qr } from '#ui/qr/qr.tsx';
import { areaGrids, getArea, gridWorkers } from '../../contract.ts';
import './board.css';
import { hectares } from './hectares.ts';
import { outlineOf, WIDTH } from './outline.ts';

export default function BoardScreen(): ReactNode {
  const { t } = useTranslation('places');
  const { areaId, gridId } = useParams({ strict: false });
  const id = String(areaId) as AreaId;
  const read = useRead(areaGrids, { params: { areaId: id } });
  return (
    <ReadState read={read}>
      {({ features }) => {
        const grid = features.find((one) => one.id === gridId);
        if (grid === undefined) {
          return (
            <Empty title={t('web.grids.gone')}>
              <Link to="/grids">{t('web.grids.back')}</Link>
            </Empty>
          );
        }
        const others = features.filter((one) => one !== grid).map(({ geometry }) => geometry);
        return <Board areaId={id} grid={grid} others={others} />;
      }}
    </ReadState>
  );
}

type Grid = Answer<typeof areaGrids>['features'][number];

interface BoardProps {
  readonly areaId: AreaId;
  readonly grid: Grid;
  readonly others: readonly Grid['geometry'][];
}

function Board({ areaId, grid, others }: BoardProps): ReactNode {
  const { t, i18n } = useTranslation('places');
  const { tenant } = useSession();
  const area = useRead(getArea, { params: { areaId } });
  const people = useRead(gridWorkers, { params: { areaId } });
  const { properties } = grid;
  const outline = outlineOf(grid.geometry, others);
  const address = `${location.origin}/t/${tenant.slug}/report`;
  return (
    <Sheet
      size="a4"
      waits={area.isPending || people.isPending}
      label={t('web.grids.boardOf', { name: properties.name })}
      tools={
        <Link to="/grids" search={{ area: areaId }}>
          {t('web.grids.back')}
        </Link>
      }
    >
      <header className="board-head">
        <p>{area.data?.name ?? tenant.name}</p>
        <h1>{properties.name}</h1>
        <p className="number">
          {[
            properties.code,
            t('web.grids.size', { hectares: hectares(properties.squareMetres, i18n.language) }),
            t('web.grids.sinceDay', { day: properties.from }),
          ]
            .filter(Boolean)
            .join('　')}
        </p>
      </header>
      <svg
        className="board-picture"
        role="img"
        aria-label={t('web.grids.bounds', { name: properties.name })}
        viewBox={`0 0 ${WIDTH} ${outline.height}`}
      >
        {outline.others.map((path) => (
          <path key={path} d={path} className="board-other" />
        ))}
        <path d={outline.own} className="board-own" />
      </svg>
      <div className="board-foot">
        <section>
          <h2>{t('web.grids.workers')}</h2>
          <ReadState read={people} rows={2}>
            {({ workers }) =>
              workers.length === 0 ? (
                <p>{t('web.grids.noWorkers')}</p>
              ) : (
                <ul>
                  {workers.map(
                    ({ postId, title, organisationName, organisationPhone, holders }) => (
                      <li key={postId}>
                        <strong>{holders.join(t('web.grids.and')) || t('web.grids.vacant')}</strong>
                        <span>
                          {organisationName} {title}
                        </span>
                        {organisationPhone !== '' && (
                          <span className="board-phone">
                            {t('web.grids.phone', { phone: organisationPhone })}
                          </span>
                        )}
                      </li>
                    ),
                  )}
                </ul>
              )
            }
          </ReadState>
        </section>
        <section>
          <h2>{t('web.grids.how')}</h2>
          <p>{t('web.grids.howText')}</p>
          <p className="board-address">{address}</p>
          <p>{t('web.grids.emergency')}</p>
        </section>
        <div className="board-code">
          <Qr text={address} label={t('web.grids.code2')} />
          <p>{t('web.grids.scan')}</p>
        </div>
      </div>
    </Sheet>
  );
}
