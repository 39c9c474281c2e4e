/** Whether a map shows all that it is to show: a picture taken before that is empty in parts. */
import type { MapLibreMap } from 'maplibre-gl';
import { type RefObject, useEffect, useEffectEvent } from 'react';

interface Telling {
  /** False while a style is being set: what is drawn then is not yet what is meant. */
  readonly styled: Readonly<RefObject<boolean>>;
  /** There is no map, nor will there be one. */
  readonly failed: boolean;
  readonly tell: ((isWhole: boolean) => void) | undefined;
}

/** Tiles that do not come count as done with: that they are missing is said on the map. */
export function useDrawn(map: MapLibreMap | undefined, telling: Telling): void {
  const { styled, failed } = telling;
  const tell = useEffectEvent((isWhole: boolean) => telling.tell?.(isWhole));
  useEffect(() => {
    if (failed) tell(true);
  }, [failed]);
  useEffect(() => {
    if (map === undefined) return undefined;
    const begins = (): void => tell(false);
    const rests = (): void => {
      if (styled.current) tell(true);
    };
    map.on('dataloading', begins);
    map.on('idle', rests);
    return () => {
      map.off('dataloading', begins);
      map.off('idle', rests);
    };
  }, [map, styled]);
}
