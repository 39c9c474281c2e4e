/** Areas as they lie; where no borders are known, as tiles in their order. */
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import type { WallArea, WallRate } from '../../contract.ts';
import { areaStanding } from '../../rules/wall/standing.ts';
import './area-map.css';
import type { Shapes } from './feed.ts';
import { Mark } from './mark.tsx';
import { type Projection, projectionOf } from './projection.ts';
import { useWords, type WallWords } from './use-words.ts';

interface MapProps {
  readonly areas: readonly WallArea[];
  readonly shapes: Shapes;
}

/** Units of the drawing's width. */
const WIDTH = 1000;

export function AreaMap({ areas, shapes }: MapProps): ReactNode {
  const words = useWords();
  const known = areas.flatMap((area) => {
    const shape = shapes.find(({ areaId }) => areaId === area.areaId);
    return shape === undefined ? [] : [{ area, shape }];
  });
  const projection = useMemo(
    () => projectionOf(shapes.flatMap(({ rings }) => rings.flat())),
    [shapes],
  );
  if (known.length < areas.length || known.length === 0) return <AreaTiles areas={areas} />;
  const height = WIDTH / projection.ratio;
  return (
    <div className="wall-map">
      <div className="wall-map-fit" style={{ '--ratio': projection.ratio } as CSSProperties}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden>
          <Hatch />
          {known.map(({ area, shape }) => (
            <path
              key={area.areaId}
              data-standing={areaStanding(area.rates.overdue)}
              d={outline(shape.rings, projection, height)}
            />
          ))}
        </svg>
        <ul className="wall-map-names" aria-label={words.t('web.wall.scene.map')}>
          {known.map(({ area, shape }) => {
            const [x, y] = projection.place(shape.at);
            return (
              <li key={area.areaId} style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
                <AreaLabel area={area} words={words} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** What is withheld is striped, so that it is not taken for a colour of its own. */
function Hatch(): ReactNode {
  return (
    <defs>
      <pattern
        id="wall-hatch"
        width="16"
        height="16"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="16" height="16" fill="#242b2f" />
        <rect width="5" height="16" fill="#2f373c" />
      </pattern>
    </defs>
  );
}

function AreaLabel({
  area,
  words,
}: {
  readonly area: WallArea;
  readonly words: WallWords;
}): ReactNode {
  const standing = areaStanding(area.rates.overdue);
  return (
    <>
      <span className="wall-map-name">{words.shortName(area)}</span>
      <span className="wall-map-says" data-standing={standing}>
        <Mark standing={standing} />
        {saysOf(area.rates.overdue, words)}
      </span>
    </>
  );
}

/** What is late, else what is open; of what is withheld no more than may be told. */
function saysOf({ numerator: late, denominator: open }: WallRate, { t, count }: WallWords): string {
  if (open === 0) return t('web.wall.map.none');
  if (open === null) return t('web.wall.withheld');
  // Green, a disc and the number of open ones: none of them is late, as the legend says.
  if (late === null || late === 0) return t('web.wall.map.open', { shown: count(open) });
  return t('web.wall.map.late', { shown: count(late) });
}

function AreaTiles({ areas }: Pick<MapProps, 'areas'>): ReactNode {
  const words = useWords();
  return (
    <ul className="wall-tiles" aria-label={words.t('web.wall.scene.map')}>
      {areas.map((area) => (
        <li key={area.areaId} data-standing={areaStanding(area.rates.overdue)}>
          <AreaLabel area={area} words={words} />
        </li>
      ))}
    </ul>
  );
}

function outline(rings: Shapes[number]['rings'], { place }: Projection, height: number): string {
  return rings
    .map((ring) => {
      const points = ring.map((degrees) => {
        const [x, y] = place(degrees);
        return `${(x * WIDTH).toFixed(1)} ${(y * height).toFixed(1)}`;
      });
      return `M${points.join('L')}Z`;
    })
    .join('');
}
