/** Categories with their time limits, whose duty they are, and the ladder a late matter climbs. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { carries, useSession } from '#features/access/web/public.ts';
import { listLimits } from '#features/matters/contract.ts';
import { LadderSection } from '#features/organisations/web/public.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { SearchInput } from '#ui/lists/search-input.tsx';
import { useChosen } from '#ui/lists/use-chosen.ts';
import { useOneStop } from '#ui/lists/use-one-stop.ts';
import { type CategoryChoice, useCategories } from '../lookup/use-categories.ts';
import './catalogue-screen.css';
import { CategoryDetail } from './category-detail.tsx';
import { type Kept, useLimitWords } from './limit-words.ts';
import '#ui/lists/pair-screen.css';

export default function CatalogueScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const [words, setWords] = useState('');
  const { chosen, choose } = useChosen('category');
  const { choices } = useCategories();
  const read = useRead(listLimits, {});
  const changes = carries(useSession(), ['system_admin']);
  const limitWords = useLimitWords();
  const shown = choices.filter(({ label, code }) => `${label} ${code}`.includes(words));
  return (
    <div className={chosen === undefined ? 'pair-screen' : 'pair-screen has-chosen'}>
      <section className="pair-list" aria-label={t('web.catalogue.title')}>
        <ScreenHead title={t('web.catalogue.title')} purpose={t('web.catalogue.purpose')}>
          <SearchInput label={t('web.catalogue.search')} most={40} search={setWords} />
        </ScreenHead>
        <ReadState read={read}>
          {({ categories, rungs }) => {
            const kept = new Map(categories.map((one) => [one.categoryId as string, one]));
            const stay = (rank: number): string | undefined => {
              const rung = rungs.find((one) => one.rung === rank);
              if (rung === undefined) return undefined;
              return t('web.catalogue.stay', { length: limitWords.length(rung) });
            };
            return (
              <>
                <CategoryTable choices={shown} kept={kept} chosen={chosen} choose={choose} />
                <section className="catalogue-ladder" aria-label={t('web.catalogue.ladder')}>
                  <h2>{t('web.catalogue.ladder')}</h2>
                  <p className="muted">{t('web.catalogue.ladderText')}</p>
                  <LadderSection changes={changes} stay={stay} />
                </section>
              </>
            );
          }}
        </ReadState>
      </section>
      {chosen !== undefined && read.data !== undefined && (
        <CategoryDetail
          key={chosen}
          choice={choices.find(({ value }) => value === chosen)}
          kept={read.data.categories.find(({ categoryId }) => categoryId === chosen)}
          changes={changes}
          leave={() => choose(undefined)}
        />
      )}
    </div>
  );
}

interface CategoryTableProps {
  readonly choices: readonly CategoryChoice[];
  readonly kept: ReadonlyMap<string, Kept>;
  readonly chosen: string | undefined;
  readonly choose: (categoryId: string) => void;
}

function CategoryTable({ choices, kept, chosen, choose }: CategoryTableProps): ReactNode {
  const { t } = useTranslation('matters');
  const words = useLimitWords();
  const list = useOneStop('tr');
  return (
    <table className="catalogue-table">
      <thead>
        <tr>
          <th scope="col">{t('web.catalogue.category')}</th>
          <th scope="col">{t('web.catalogue.handling')}</th>
          <th scope="col" className="catalogue-wide">
            {t('web.catalogue.route')}
          </th>
        </tr>
      </thead>
      <tbody ref={list.ref}>
        {choices.map(({ value, label, code, category }) => {
          const own = kept.get(value);
          const handling = own?.limits.find(
            (one) => one.stage === 'handle' && one.condition === '',
          );
          return (
            <tr key={value} className={value === chosen ? 'is-chosen' : undefined}>
              <td>
                <button
                  type="button"
                  className="plain-button catalogue-name"
                  {...(value === chosen && { 'aria-current': 'true' as const })}
                  onClick={() => choose(value)}
                >
                  {label} <span className="number">{code}</span>
                </button>
              </td>
              <td>
                {handling === undefined ? t('web.catalogue.noLimit') : words.length(handling)}
              </td>
              <td className="muted catalogue-wide">
                {t(`web.catalogue.kind.${category.kind}`)}
                {!category.communityMayHandle && ` · ${t('web.catalogue.notCommunity')}`}
                {own !== undefined &&
                  own.duties.length > 0 &&
                  ` · ${own.duties.map((duty) => duty.organisationName).join(t('web.comma'))}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
