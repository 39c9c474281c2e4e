/** The map on which borders are taken by the hand. */
import type { GeoJSONFeature, MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LngLat } from '#kernel/geometry/index.ts';
import { boxAround } from '#ui/map/box-around.ts';
import { MapView } from '#ui/map/map-view.tsx';
import { TOKENS, type Tokens } from '#ui/theme/tokens.ts';
import { useTheme } from '#ui/theme/use-theme.ts';
import type { Handle } from '../../rules/draft/handles.ts';
import {
  cornersOf,
  type DrawnGrid,
  drawPlan,
  GRID_GROUND,
  gridData,
  type Homes,
  homeData,
} from '../planning/plan-layers.ts';
import { drawOver, HOLDS, handleData } from './hand-layers.ts';

/** Nobody is held while one draws by hand. */
const NOBODY = homeData([]);
/** Pixels within which the hand is drawn to a border. */
const NEAR = 12;

/** Milliseconds in which a press still belongs to the line that was drawn. */
const AFTER_CUT = 500;

export interface HandMapProps {
  readonly label: string;
  readonly today: readonly DrawnGrid[];
  readonly grids: readonly DrawnGrid[];
  readonly homes: Homes;
  readonly moved: Homes;
  readonly chosen: number | undefined;
  readonly handles: readonly Handle[];
  /** True while a line is being drawn: nothing else can be held. */
  readonly cutting: boolean;
  readonly choose: (grid: number) => void;
  readonly hold: (handle: Handle) => void;
  readonly move: (place: LngLat) => void;
  readonly release: () => void;
  /** A corner was pressed twice. */
  readonly drop: (handle: Handle) => void;
  readonly snap: (place: LngLat, degrees: number) => LngLat | undefined;
  readonly cut: (line: readonly LngLat[], degrees: number) => void;
}

export function HandMap(props: HandMapProps): ReactNode {
  const { label, today, grids, homes, moved, chosen, handles, cutting } = props;
  const [map, setMap] = useState<MapLibreMap>();
  const theme = useTheme();
  const latest = useRef(props);
  latest.current = props;
  const cutAt = useRef(Number.NEGATIVE_INFINITY);
  const todayData = useMemo(() => gridData(today), [today]);
  const gridsData = useMemo(() => gridData(grids), [grids]);
  const homesData = useMemo(() => homeData(homes), [homes]);
  const movedData = useMemo(() => homeData(moved), [moved]);
  const handlesData = useMemo(() => handleData(cutting ? [] : handles), [handles, cutting]);
  const outline = useMemo(() => grids.filter(({ number }) => number === chosen), [grids, chosen]);
  const draw = useCallback(
    (on: MapLibreMap, tokens: Tokens) => {
      drawPlan(on, tokens, {
        grids: gridsData,
        homes: homesData,
        moved: movedData,
        pinned: NOBODY,
      });
      drawOver(on, tokens, { today: todayData, chosen: outline, handles: handlesData });
    },
    [gridsData, homesData, movedData, todayData, outline, handlesData],
  );
  const ready = (made: MapLibreMap): void => {
    listen(made, latest, cutAt);
    setMap(made);
  };
  useEffect(() => {
    if (map === undefined || !cutting) return undefined;
    let end: (() => void) | undefined;
    let left = false;
    const reach = (): number => (NEAR * 360) / (512 * 2 ** map.getZoom());
    import('./draw-line.ts')
      .then(async ({ drawLine }) => {
        // A change of theme sets another style; a line can be drawn only on one that stands.
        if (!map.isStyleLoaded()) await map.once('idle');
        if (left) return;
        end = drawLine(map, {
          tokens: TOKENS[theme],
          snap: (place) => latest.current.snap(place, reach()),
          drawn: (line) => latest.current.cut(line, reach()),
        });
      })
      .catch(reportError);
    return () => {
      left = true;
      end?.();
      cutAt.current = performance.now();
    };
  }, [map, cutting, theme]);
  // Where the map begins: it is looked for once, whatever is drawn later.
  const [bounds] = useState(() => boxAround([...homes, ...cornersOf(grids)]));
  return (
    <div className="hand-map">
      <MapView label={label} start={bounds ? { bounds } : {}} draw={draw} ready={ready} />
    </div>
  );
}

type Latest = { readonly current: HandMapProps };

function listen(map: MapLibreMap, latest: Latest, cutAt: { readonly current: number }): void {
  const begin = (
    event: MapMouseEvent | MapTouchEvent,
    features: readonly GeoJSONFeature[],
  ): void => {
    const handle = handleOf(features, latest.current.handles);
    if (handle === undefined || latest.current.cutting) return;
    // The map stays where it is while a border is moved.
    event.preventDefault();
    latest.current.hold(handle);
    const move = ({ lngLat }: MapMouseEvent | MapTouchEvent): void =>
      latest.current.move([lngLat.lng, lngLat.lat]);
    // The hand may let go anywhere, also beside the map.
    const lets = new AbortController();
    const end = (): void => {
      lets.abort();
      map.off('mousemove', move);
      map.off('touchmove', move);
      latest.current.release();
    };
    map.on('mousemove', move);
    map.on('touchmove', move);
    for (const kind of ['mouseup', 'touchend', 'touchcancel'])
      window.addEventListener(kind, end, { signal: lets.signal });
  };
  map.on('mousedown', HOLDS, (event) => begin(event, event.features ?? []));
  map.on('touchstart', HOLDS, (event) => {
    if (event.points.length === 1) begin(event, event.features ?? []);
  });
  map.on('dblclick', HOLDS, (event) => {
    const handle = handleOf(event.features ?? [], latest.current.handles);
    if (handle === undefined) return;
    event.preventDefault();
    latest.current.drop(handle);
  });
  map.on('click', GRID_GROUND, ({ point, features }) => {
    // The press that ended a line chooses nothing.
    if (latest.current.cutting || performance.now() - cutAt.current < AFTER_CUT) return;
    if (map.queryRenderedFeatures(point, { layers: [HOLDS] }).length > 0) return;
    const number: unknown = features?.[0]?.properties['number'];
    if (typeof number === 'number') latest.current.choose(number);
  });
  map.on('mouseenter', HOLDS, () => (map.getCanvas().style.cursor = 'move'));
  map.on('mouseleave', HOLDS, () => (map.getCanvas().style.cursor = ''));
}

/** A corner before a middle, where both are near. */
function handleOf(
  features: readonly GeoJSONFeature[],
  handles: readonly Handle[],
): Handle | undefined {
  const found = features.flatMap(({ properties }) =>
    handles.filter(({ kind, at }) => kind === properties['kind'] && at === properties['at']),
  );
  return found.find(({ kind }) => kind !== 'middle') ?? found[0];
}
