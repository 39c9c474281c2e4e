/**
 * The small map of the details, made once and handed from one to the next: to make
 * one costs more than all the rest of a detail, most of it for the graphics card.
 */
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { Tone } from '#ui/status/tone.ts';

const SmallMap = lazy(async () => import('../map/small-map.tsx'));

interface Spot {
  readonly lng: number;
  readonly lat: number;
  readonly tone: Tone;
}

interface Kept {
  /** Where the map stands, whatever place on the page this has. */
  readonly node: HTMLElement;
  readonly show: (spot: Spot) => void;
}

const KeptMap = createContext<Kept | undefined>(undefined);

/** Around the places that show the map one after the other. */
export function KeepMap({ children }: { readonly children: ReactNode }): ReactNode {
  const [spot, show] = useState<Spot>();
  const [kept] = useState((): Kept => {
    const node = document.createElement('div');
    node.className = 'small-map';
    return { node, show };
  });
  return (
    <KeptMap value={kept}>
      {children}
      {spot !== undefined &&
        createPortal(
          <Suspense fallback={null}>
            <SmallMap {...spot} />
          </Suspense>,
          kept.node,
        )}
    </KeptMap>
  );
}

/** The kept map, here and now. */
export function MapHere({ lng, lat, tone }: Spot): ReactNode {
  const kept = useContext(KeptMap);
  const place = useRef<HTMLDivElement>(null);
  if (kept === undefined) throw new Error('A small map stands where none is kept');
  useLayoutEffect(() => {
    place.current?.append(kept.node);
    kept.show({ lng, lat, tone });
  }, [kept, lng, lat, tone]);
  return <div ref={place} />;
}
