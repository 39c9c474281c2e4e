/** People and courtyards with their ways: a courtyard dragged to a person is pinned there. */
import { type MapLibreMap, type MapMouseEvent, type MapTouchEvent, Marker } from 'maplibre-gl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LngLat } from '#kernel/geometry/index.ts';
import { boxAround } from '#ui/map/box-around.ts';
import { MapView } from '#ui/map/map-view.tsx';
import type { Tokens } from '#ui/theme/tokens.ts';
import type { Board } from './board.ts';
import { drawDragged, drawShares, PLACES, pictureOf } from './share-layers.ts';

/** Pixels around a person within which a courtyard is theirs when it is dropped. */
const NEAR = 32;

export default function ShareMap(board: Board): ReactNode {
  const { t } = useTranslation('organisations');
  const { told, homes, shares, nameOf } = board;
  const now = useRef({ board, tokens: undefined as Tokens | undefined });
  now.current.board = board;
  const picture = useMemo(() => pictureOf(board), [board]);
  const draw = useCallback(
    (map: MapLibreMap, tokens: Tokens) => {
      now.current.tokens = tokens;
      drawShares(map, tokens, picture);
    },
    [picture],
  );
  const [map, setMap] = useState<MapLibreMap>();
  useEffect(() => (map === undefined ? undefined : letDrag(map, now)), [map]);
  useEffect(() => {
    if (map === undefined) return undefined;
    const markers = homes.map((home, post) =>
      new Marker({ ...ABOVE, element: personAt(nameOf(post), shares.load[post] ?? 0) })
        .setLngLat([...home] as [number, number])
        .addTo(map),
    );
    return () => {
      for (const marker of markers) marker.remove();
    };
  }, [map, homes, shares, nameOf]);
  const [bounds] = useState(() =>
    boxAround([...homes, ...told.places.map(({ lng, lat }): LngLat => [lng, lat])]),
  );
  return (
    <div>
      <p className="muted">{t('web.assignment.mapHint')}</p>
      <div className="assignment-map">
        <MapView
          label={t('web.assignment.map')}
          start={bounds ? { bounds } : {}}
          draw={draw}
          ready={setMap}
        />
      </div>
    </div>
  );
}

/** The name stands above the spot where the ways begin, so that it hides no courtyard there. */
const ABOVE = { anchor: 'bottom' as const, offset: [0, -9] as [number, number] };

/** What a person is on the map; the matrix says the same to who does not see it. */
function personAt(name: string, places: number): HTMLElement {
  const element = document.createElement('div');
  element.className = 'assignment-person';
  element.textContent = `${name} ${places}`;
  return element;
}

interface Now {
  readonly current: { readonly board: Board; readonly tokens: Tokens | undefined };
}

type Touch = MapMouseEvent | MapTouchEvent;

/** Listens for a courtyard that is taken, carried and dropped, by mouse or finger. */
function letDrag(map: MapLibreMap, now: Now): () => void {
  let taken: { readonly place: number; readonly from: LngLat } | undefined;
  const show = (to?: LngLat): void => {
    const { tokens } = now.current;
    if (tokens !== undefined) drawDragged(map, tokens, taken && to && { from: taken.from, to });
  };
  const carry = ({ lngLat }: Touch): void => show([lngLat.lng, lngLat.lat]);
  const letGo = (): void => {
    taken = undefined;
    show();
    map.off('mousemove', carry);
    map.off('touchmove', carry);
  };
  const drop = ({ point }: Touch): void => {
    if (taken === undefined) return;
    const { place, from } = taken;
    letGo();
    const { homes, pins, pin } = now.current.board;
    const post = nearestWithin(map, homes, point);
    const held = pins[place] ?? -1;
    if (post >= 0 && post !== held) pin(place, post);
    // On empty ground it is let go; where it lay, it was only touched.
    const began = map.project([...from] as [number, number]);
    if (post < 0 && held >= 0 && began.dist(point) > NEAR) pin(place, held);
  };
  const take = (event: Touch & { features?: { properties: Record<string, unknown> }[] }): void => {
    const place = event.features?.[0]?.properties['place'];
    const own = typeof place === 'number' ? now.current.board.told.places[place] : undefined;
    if (typeof place !== 'number' || own === undefined) return;
    event.preventDefault();
    taken = { place, from: [own.lng, own.lat] };
    map.on('mousemove', carry);
    map.on('touchmove', carry);
  };
  const point = (cursor: string) => (): void => {
    map.getCanvas().style.cursor = cursor;
  };
  const subscriptions = [
    map.on('mousedown', PLACES, take),
    map.on('touchstart', PLACES, take),
    map.on('mouseup', drop),
    map.on('touchend', drop),
    map.on('touchcancel', letGo),
    map.on('mouseenter', PLACES, point('grab')),
    map.on('mouseleave', PLACES, point('')),
  ];
  return () => {
    for (const one of subscriptions) one.unsubscribe();
  };
}

/** The person a spot on the screen is nearest to, -1 where none is near. */
function nearestWithin(
  map: MapLibreMap,
  homes: readonly LngLat[],
  point: MapMouseEvent['point'],
): number {
  let [nearest, least] = [-1, NEAR];
  for (const [post, home] of homes.entries()) {
    const far = map.project([...home] as [number, number]).dist(point);
    if (far < least) [nearest, least] = [post, far];
  }
  return nearest;
}
