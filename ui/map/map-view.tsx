/** A map on its quiet ground. What it shows is drawn by `draw`, again after each change of theme. */
import {
  Map as LibreMap,
  type LngLatBoundsLike,
  type MapLibreMap,
  type MapOptions,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FONT_FAMILY, TOKENS, type Tokens } from '../theme/tokens.ts';
import { useTheme } from '../theme/use-theme.ts';
import { useBasemap } from './basemap.ts';
import { coarseWhileMoving } from './coarse-while-moving.ts';
import './map-view.css';
import { groundStyle } from './map-style.ts';
import { TilesMissing } from './tiles-missing.tsx';
import { useDrawn } from './use-drawn.ts';
import { useTilesMissing } from './use-tiles-missing.ts';

setWorkerUrl(workerUrl);

export interface MapStart {
  readonly center?: readonly [lng: number, lat: number];
  readonly zoom?: number;
  readonly bounds?: LngLatBoundsLike;
}

interface MapViewProps {
  readonly label: string;
  readonly start: MapStart;
  /** False: a picture of a place, not to be moved. */
  readonly moves?: boolean;
  /** Stands on a sheet: what was drawn is kept for the printer. */
  readonly printed?: boolean;
  /** Adds sources and layers to a map that is ready for them. */
  readonly draw: (map: MapLibreMap, tokens: Tokens) => void;
  /** Once, when the map stands: listeners for clicks and moves. */
  readonly ready?: (map: MapLibreMap) => void;
  /** Hears whether all that is to be seen is drawn, or is known to be missing. */
  readonly drawn?: (isWhole: boolean) => void;
}

export function MapView({
  label,
  start,
  moves = true,
  printed = false,
  draw,
  ready,
  drawn,
}: MapViewProps): ReactNode {
  const { t, i18n } = useTranslation('ui');
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap>();
  const [failed, setFailed] = useState(false);
  const chosen = useTheme();
  // Paper is white.
  const theme = printed ? 'light' : chosen;
  const { basemap, isKnown } = useBasemap();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  // What is printed waits for its ground instead of beginning without it.
  const begins = isKnown || !printed;
  // False while a style is being set: what is drawn then would be lost with it.
  const styled = useRef(false);

  const stand = useEffectEvent((container: HTMLElement): MapLibreMap | undefined => {
    try {
      return makeMap({
        container,
        style: groundStyle({ tokens: TOKENS[theme], theme, language }, undefined),
        interactive: moves,
        canvasContextAttributes: { preserveDrawingBuffer: printed },
        locale: {
          'Map.Title': t('map.surface'),
          'NavigationControl.ZoomIn': t('map.zoomIn'),
          'NavigationControl.ZoomOut': t('map.zoomOut'),
        },
        ...cameraAt(start),
      });
    } catch {
      setFailed(true);
      return undefined;
    }
  });
  const stands = useEffectEvent((made: MapLibreMap) => ready?.(made));
  useEffect(() => {
    if (holder.current === null) return undefined;
    const made = stand(holder.current);
    if (made === undefined) return undefined;
    setMap(made);
    stands(made);
    const ends = followSize(made, holder.current);
    return () => {
      ends();
      made.remove();
    };
  }, []);

  const drawNow = useEffectEvent((on: MapLibreMap) => draw(on, TOKENS[theme]));
  useEffect(() => {
    if (map === undefined || !begins) return undefined;
    const redraw = (): void => {
      styled.current = true;
      drawNow(map);
    };
    map.on('style.load', redraw);
    styled.current = false;
    const worn = { tokens: TOKENS[theme], theme, language } as const;
    map.setStyle(groundStyle(worn, basemap), { diff: false });
    return () => {
      map.off('style.load', redraw);
    };
  }, [map, theme, basemap, language, begins]);
  useEffect(() => {
    if (map !== undefined && styled.current) draw(map, TOKENS[theme]);
  }, [map, draw, theme]);

  const missing = useTilesMissing(map);
  useDrawn(map, { styled, failed, tell: drawn });

  if (failed) return <p className="map-unavailable">{t('map.unavailable')}</p>;
  return (
    <section className="map-view" aria-label={label}>
      <div ref={holder} className="map-ground" />
      {missing.some && <TilesMissing retry={missing.retry} />}
      {basemap?.credit[language] && <p className="map-source">{basemap.credit[language]}</p>}
    </section>
  );
}

function makeMap(options: MapOptions): MapLibreMap {
  const map = new LibreMap({
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    localIdeographFontFamily: FONT_FAMILY,
    fadeDuration: 0,
    trackResize: false,
    ...options,
  });
  if (options.interactive) {
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    coarseWhileMoving(map);
  }
  return map;
}

/**
 * Draws the map anew where its place has another size. One that is taken out of the
 * page and put back is left as it is, which the map's own watching would not do.
 */
function followSize(map: MapLibreMap, holder: HTMLElement): () => void {
  let [width, height] = [holder.clientWidth, holder.clientHeight];
  const watch = new ResizeObserver(() => {
    const [wide, high] = [holder.clientWidth, holder.clientHeight];
    if (wide === 0 || high === 0 || (wide === width && high === height)) return;
    [width, height] = [wide, high];
    map.resize();
  });
  watch.observe(holder);
  return () => watch.disconnect();
}

function cameraAt({ center, zoom, bounds }: MapStart): Partial<MapOptions> {
  return {
    ...(center && { center: [...center] as [number, number] }),
    ...(zoom !== undefined && { zoom }),
    ...(bounds && { bounds, fitBoundsOptions: { padding: 24 } }),
  };
}
