/** What shapes and colours of a scene mean, in words. */
import type { ReactNode } from 'react';
import { Mark, type Standing } from './mark.tsx';
import { useWords } from './use-words.ts';

export function Legend({ standings }: { readonly standings: readonly Standing[] }): ReactNode {
  const { t } = useWords();
  return (
    <ul className="wall-legend" aria-label={t('web.wall.legend')}>
      {standings.map((standing) => (
        <li key={standing} data-standing={standing}>
          <Mark standing={standing} />
          {t(`web.wall.standing.${standing}`)}
        </li>
      ))}
    </ul>
  );
}
