/** What the installation's maps stand on, asked once for each page. */
import { useEffect, useState } from 'react';
import type { Locale } from '#kernel/context.ts';

export interface Basemap {
  /** One above the other at `/basemap/{layer}/{z}/{x}/{y}`; 0 for none. */
  readonly layers: number;
  /** What has to stand on the map. */
  readonly credit: Readonly<Record<Locale, string>>;
}

let asked: Promise<Basemap> | undefined;

async function ask(): Promise<Basemap> {
  const answer = await fetch('/basemap');
  return (await answer.json()) as Basemap;
}

/** Undefined where there is none, or none yet. */
export function useBasemap(): Basemap | undefined {
  const [basemap, setBasemap] = useState<Basemap>();
  useEffect(() => {
    asked ??= ask();
    asked.then(
      (found) => setBasemap(found.layers > 0 ? found : undefined),
      // Without an answer the map stands on its own ground, and the next one asks again.
      () => {
        asked = undefined;
      },
    );
  }, []);
  return basemap;
}
