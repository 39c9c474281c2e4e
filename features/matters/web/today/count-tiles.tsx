/** Each count opens the list of what it counts. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { todayMatters } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { Shape } from '#ui/status/shape.tsx';
import type { Tone } from '#ui/status/tone.ts';
import type { FilterQuery } from '../filter/filter-address.ts';

type Counts = Answer<typeof todayMatters>['counts'];

const TILES: readonly (readonly [keyof Counts, Tone, FilterQuery])[] = [
  ['late', 'late', { mine: 'true', urgency: 'late' }],
  ['soon', 'soon', { mine: 'true', urgency: 'soon' }],
  ['mine', 'in_hand', { mine: 'true' }],
  ['supervised', 'waits', { mine: 'true', open: 'true', supervised: 'true' }],
  ['shelvedForReview', 'shelved', { mine: 'true', state: 'shelved' }],
];

export function CountTiles({ counts }: { readonly counts: Counts }): ReactNode {
  const { t } = useTranslation('matters');
  return (
    <ul className="count-tiles">
      {TILES.map(([name, tone, filter]) => (
        <li key={name}>
          <Link
            to="/matters"
            search={filter}
            className={`count-tile ${counts[name] > 0 ? `tone-${tone}` : 'count-none'}`}
          >
            <span className="count-label">
              <Shape tone={tone} />
              <span className="count-words">{t(`web.today.count.${name}`)}</span>
            </span>
            <strong>{counts[name]}</strong>
          </Link>
        </li>
      ))}
    </ul>
  );
}
