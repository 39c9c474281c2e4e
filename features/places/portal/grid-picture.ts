/** The grids as a picture that needs no script: lines and numbers, the same as in the table beside it. */
import type { z } from 'zod';
import { type Html, html } from '#ui/portal/html.ts';
import type { publicPlan } from '../contract.ts';

type Shape = NonNullable<
  z.output<NonNullable<(typeof publicPlan)['answer']>>['grids'][number]['geometry']
>;

const WIDTH = 640;
const EDGE = 8;

export interface Frame {
  readonly west: number;
  readonly north: number;
  /** Pixels a degree, east and north. */
  readonly across: number;
  readonly down: number;
  readonly height: number;
}

/** The frame that holds all shapes, so that before and after are drawn alike. */
export function frameAround(shapes: readonly Shape[]): Frame | undefined {
  const corners = shapes.flatMap(({ coordinates }) => coordinates.flatMap(([outer = []]) => outer));
  if (corners.length === 0) return undefined;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng, lat] of corners) {
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  const across = (WIDTH - 2 * EDGE) / Math.max(east - west, 1e-6);
  const down = across / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return { west, north, across, down, height: Math.ceil((north - south) * down) + 2 * EDGE };
}

export interface NumberedShape {
  readonly number: number;
  readonly shape: Shape;
}

/** @param label what the picture shows, for who does not see it */
export function gridPicture(frame: Frame, label: string, shapes: readonly NumberedShape[]): Html {
  return html`<svg class="grid-picture" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${frame.height}">${shapes.map(({ shape }) => html`<path d="${pathOf(frame, shape)}" fill="#ffffff" fill-rule="evenodd" stroke="#1c1e21" stroke-width="1.6" stroke-linejoin="round"/>`)}${shapes.map(({ number, shape }) => numberIn(frame, number, shape))}</svg>`;
}

type Position = readonly [number, number];

function pixel({ west, north, across, down }: Frame, [lng, lat]: Position): Position {
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return [rounded((lng - west) * across + EDGE), rounded((north - lat) * down + EDGE)];
}

/** Corners that would fall on the pixel before are left out. */
function pathOf(frame: Frame, { coordinates }: Shape): string {
  return coordinates
    .flatMap((rings) =>
      rings.map((ring) => {
        const corners: Position[] = [];
        for (const position of ring) {
          const [x, y] = pixel(frame, position);
          const [lastX, lastY] = corners.at(-1) ?? [Number.NaN, Number.NaN];
          if (Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue;
          corners.push([x, y]);
        }
        return `M${corners.map((corner) => corner.join(' ')).join('L')}Z`;
      }),
    )
    .join('');
}

/** In the middle of the largest piece's corners. */
function numberIn(frame: Frame, number: number, { coordinates }: Shape): Html {
  const [ring = []] = coordinates.reduce(
    (most, rings) => ((rings[0]?.length ?? 0) > (most[0]?.length ?? 0) ? rings : most),
    coordinates[0] ?? [],
  );
  const [x, y] = pixel(frame, middleOf(ring));
  return html`<text x="${x}" y="${y + 10}" text-anchor="middle" font-size="30" fill="#1c1e21">${number}</text>`;
}

/** The middle of the ground inside a ring (its centroid). */
function middleOf(ring: readonly Position[]): Position {
  let [area, x, y] = [0, 0, 0];
  const [originX, originY] = ring[0] ?? [0, 0];
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = ring[at - 1] ?? [0, 0];
    const [bx, by] = ring[at] ?? [0, 0];
    const cross = (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
    area += cross;
    x += (ax + bx - 2 * originX) * cross;
    y += (ay + by - 2 * originY) * cross;
  }
  return area === 0 ? [originX, originY] : [originX + x / (3 * area), originY + y / (3 * area)];
}
