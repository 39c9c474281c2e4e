/** What the map could not read: said on the map, and asked again on demand. */
import { useQueryClient } from '@tanstack/react-query';
import type { ErrorEvent, MapLibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useState } from 'react';

const SIGN_IN_REQUIRED = 401;

interface TilesMissing {
  readonly some: boolean;
  readonly retry: () => void;
}

/**
 * The map loads its tiles by itself, beside the reads of the page. Where it is
 * refused for want of a session, the reads are asked again: one that is refused
 * as well leads to the sign-in page. Any other failure is said to the person.
 */
export function useTilesMissing(map: MapLibreMap | undefined): TilesMissing {
  const client = useQueryClient();
  const [some, setSome] = useState(false);
  useEffect(() => {
    if (map === undefined) return undefined;
    let asked = false;
    const hear = ({ error }: ErrorEvent): void => {
      const refused = Reflect.get(error, 'status') === SIGN_IN_REQUIRED;
      if (!refused) setSome(true);
      if (!refused || asked) return;
      asked = true;
      client.refetchQueries({ type: 'active' }).catch(reportError);
    };
    map.on('error', hear);
    return () => {
      map.off('error', hear);
    };
  }, [map, client]);
  const retry = useCallback(() => {
    setSome(false);
    for (const source of Object.keys(map?.getStyle().sources ?? {})) map?.refreshTiles(source);
  }, [map]);
  return { some, retry };
}
