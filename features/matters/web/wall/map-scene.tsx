/** The place by its areas, shaded by what is late, with the totals beside it. */
import type { ReactNode } from 'react';
import { AreaMap } from './area-map.tsx';
import type { Shapes } from './feed.ts';
import { Legend } from './legend.tsx';
import type { SceneProps } from './scene.ts';
import { Totals } from './totals.tsx';

const LEGEND = ['in_time', 'some_late', 'late', 'none', 'hidden'] as const;

export function MapScene({ board, shapes }: SceneProps & { readonly shapes: Shapes }): ReactNode {
  return (
    <div className="wall-map-scene">
      <div className="wall-map-side">
        <AreaMap areas={board.areas} shapes={shapes} />
        <Legend standings={LEGEND} />
      </div>
      <Totals totals={board.totals} />
    </div>
  );
}
