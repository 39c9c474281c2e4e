/** The numbers of a scene as links to their lists: each opens by the rights of who follows it. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, Scene, WallRate } from '#features/matters/contract.ts';
import type { FilterQuery } from '../filter/filter-address.ts';

interface RecordsProps {
  readonly scene: Scene;
  readonly board: Board;
}

interface RecordLink {
  readonly name: string;
  readonly value: string;
  readonly search: FilterQuery;
}

interface RecordRow {
  readonly key: string;
  readonly name: string;
  readonly links: readonly RecordLink[];
}

export function RecordsOf({ scene, board }: RecordsProps): ReactNode {
  const { t } = useTranslation('matters');
  const id = useId();
  const rows = useRows(scene, board);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('web.walls.figures', { scene: t(`web.wall.scene.${scene}`) })}</h2>
      <p className="muted">{t('web.walls.figuresHint')}</p>
      <ul className="walls-records">
        {rows.map(({ key, name, links }) => (
          <li key={key}>
            <strong>{name}</strong>
            {links.map((link) => (
              <Link key={link.name} to="/matters" search={link.search}>
                {link.name} <span className="walls-value">{link.value}</span>
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useRows(scene: Scene, board: Board): readonly RecordRow[] {
  const { t, i18n } = useTranslation('matters');
  const shown = (value: number | null): string =>
    value === null ? t('web.wall.withheld') : String(value);
  const nameOf = (named: { readonly name: string; readonly nameEn: string }): string =>
    i18n.language === 'en' && named.nameEn !== '' ? named.nameEn : named.name;
  const openLinks = (overdue: WallRate, place: FilterQuery): readonly RecordLink[] => [
    {
      name: t('web.walls.openOf'),
      value: shown(overdue.denominator),
      search: { ...place, open: 'true' },
    },
    {
      name: t('web.walls.lateOf'),
      value: shown(overdue.numerator),
      search: { ...place, open: 'true', urgency: 'late' },
    },
  ];
  if (scene === 'categories') {
    return board.categories.flatMap(({ categoryId, filed, ...named }) =>
      categoryId === null
        ? []
        : [
            {
              key: categoryId,
              name: nameOf(named),
              links: [
                { name: t('web.walls.filedOf'), value: shown(filed), search: { categoryId } },
              ],
            },
          ],
    );
  }
  if (scene === 'ended') {
    return board.areas.map(({ areaId, ended, ...named }) => ({
      key: areaId,
      name: nameOf(named),
      links: [
        {
          name: t('web.wall.ended.count'),
          value: shown(ended),
          search: { areaId, open: 'false' },
        },
      ],
    }));
  }
  const { open, late } = board.totals;
  return [
    {
      key: 'whole',
      name: t('web.wall.whole'),
      links: openLinks({ numerator: late, denominator: open }, {}),
    },
    ...board.areas.map(({ areaId, rates, ...named }) => ({
      key: areaId,
      name: nameOf(named),
      links: openLinks(rates.overdue, { areaId }),
    })),
  ];
}
