/** One picture of the grids, today's or the plan's; two of them move together. */
import type { MapLibreMap } from 'maplibre-gl';
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { MapView } from '#ui/map/map-view.tsx';
import type { Tokens } from '#ui/theme/tokens.ts';
import {
  type DrawnGrid,
  drawBefore,
  drawPlan,
  gridData,
  HOMES,
  type Homes,
  homeData,
  nearestHome,
} from './plan-layers.ts';

/** Maps that show the same place: what moves one moves the others. */
export class Together {
  readonly #maps = new Set<MapLibreMap>();
  #moving = false;

  join(map: MapLibreMap): void {
    this.#maps.add(map);
    map.on('remove', () => this.#maps.delete(map));
    map.on('move', () => {
      if (this.#moving) return;
      this.#moving = true;
      for (const other of this.#maps) {
        if (other !== map) other.jumpTo({ center: map.getCenter(), zoom: map.getZoom() });
      }
      this.#moving = false;
    });
  }
}

const NO_GRIDS: readonly DrawnGrid[] = [];

interface PlanMapProps {
  readonly label: string;
  readonly grids: readonly DrawnGrid[];
  readonly homes: Homes;
  readonly moved: Homes;
  readonly pinned: Homes;
  readonly together: Together;
  /** What is in sight when the map opens. */
  readonly start: [number, number, number, number] | undefined;
  /** Borders to lay over them, dashed: those there were before. */
  readonly before?: readonly DrawnGrid[];
  /** A household was clicked. */
  readonly choose?: (at: number) => void;
}

export function PlanMap(props: PlanMapProps): ReactNode {
  const { label, grids, homes, moved, pinned, together, start, before = NO_GRIDS, choose } = props;
  const homesData = useMemo(() => homeData(homes), [homes]);
  const gridsData = useMemo(() => gridData(grids), [grids]);
  const movedData = useMemo(() => homeData(moved), [moved]);
  const pinnedData = useMemo(() => homeData(pinned), [pinned]);
  const beforeData = useMemo(() => gridData(before), [before]);
  const draw = useCallback(
    (map: MapLibreMap, tokens: Tokens) => {
      drawPlan(map, tokens, {
        grids: gridsData,
        homes: homesData,
        moved: movedData,
        pinned: pinnedData,
      });
      drawBefore(map, tokens, beforeData);
    },
    [gridsData, homesData, movedData, pinnedData, beforeData],
  );
  const now = useRef({ homes, choose });
  now.current = { homes, choose };
  const ready = (map: MapLibreMap): void => {
    together.join(map);
    map.on('click', HOMES, ({ lngLat }) => {
      const at = nearestHome(now.current.homes, lngLat);
      if (at >= 0) now.current.choose?.(at);
    });
    map.on('mouseenter', HOMES, () => {
      if (now.current.choose !== undefined) map.getCanvas().style.cursor = 'pointer';
    });
    map.on('mouseleave', HOMES, () => (map.getCanvas().style.cursor = ''));
  };
  return (
    <div className="plan-map">
      <MapView label={label} start={start ? { bounds: start } : {}} draw={draw} ready={ready} />
      <p className="plan-map-name" aria-hidden>
        {label}
      </p>
    </div>
  );
}
