/** What the installation's maps stand on, asked once for each page. */
import { useEffect, useState } from 'react';
import type { MapGround } from '#kernel/map-ground.ts';

let asked: Promise<MapGround> | undefined;

async function ask(): Promise<MapGround> {
  const answer = await fetch('/basemap');
  return (await answer.json()) as MapGround;
}

interface Basemap {
  /** Undefined where there is none, or none yet. */
  readonly basemap: MapGround | undefined;
  /** False until it was answered, or could not be. */
  readonly isKnown: boolean;
}

export function useBasemap(): Basemap {
  const [found, setFound] = useState<Basemap>({ basemap: undefined, isKnown: false });
  useEffect(() => {
    asked ??= ask();
    asked.then(
      (ground) => setFound({ basemap: ground.layers > 0 ? ground : undefined, isKnown: true }),
      // Without an answer the map stands on its own ground, and the next one asks again.
      () => {
        asked = undefined;
        setFound({ basemap: undefined, isKnown: true });
      },
    );
  }, []);
  return found;
}
