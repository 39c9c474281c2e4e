/** The shapes of the tones as images of the map, so that the map too says a state by shape and colour. */
import type { MapLibreMap } from 'maplibre-gl';
import { TONES, type Tone } from '../status/tone.ts';
import type { Tokens } from '../theme/tokens.ts';

const SIZE = 36;
const RATIO = 2;

type Draw = (pen: CanvasRenderingContext2D) => void;

const polygon =
  (...points: readonly (readonly [number, number])[]): Draw =>
  (pen) => {
    for (const [index, [x, y]] of points.entries()) {
      if (index === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    pen.closePath();
  };
const round: Draw = (pen) => pen.arc(18, 18, 10, 0, 2 * Math.PI);
const diamond = polygon([18, 5], [31, 18], [18, 31], [5, 18]);

const SHAPES: Readonly<Record<Tone, Draw>> = {
  late: polygon([8, 8], [28, 8], [28, 28], [8, 28]),
  soon: polygon([18, 5], [31, 29], [5, 29]),
  in_hand: round,
  waits: diamond,
  shelved: diamond,
  ended: round,
};

function toneColours(tokens: Tokens): Readonly<Record<Tone, string>> {
  return {
    late: tokens.seal,
    soon: tokens.amber,
    in_hand: tokens.indigo,
    waits: tokens.jade,
    shelved: tokens.muted,
    ended: tokens.muted,
  };
}

/** Reading a picture back waits for the graphics card, so each is drawn once for all maps. */
const drawn = new WeakMap<Tokens, ReadonlyMap<Tone, ImageData>>();
/** The theme whose pictures a map has. */
const has = new WeakMap<MapLibreMap, Tokens>();

/** May be called with each drawing: pictures that stand stay. A new style of the map has none. */
export function addToneImages(map: MapLibreMap, tokens: Tokens): void {
  const isSame = has.get(map) === tokens;
  for (const [tone, image] of imagesFor(tokens)) {
    const name = `tone-${tone}`;
    if (map.hasImage(name)) {
      if (isSame) continue;
      map.removeImage(name);
    }
    map.addImage(name, image, { pixelRatio: RATIO });
  }
  has.set(map, tokens);
}

function imagesFor(tokens: Tokens): ReadonlyMap<Tone, ImageData> {
  const known = drawn.get(tokens);
  if (known !== undefined) return known;
  const colours = toneColours(tokens);
  const made = new Map(
    TONES.map((tone) => [tone, draw(SHAPES[tone], colours[tone], tokens.card, tone)] as const),
  );
  drawn.set(tokens, made);
  return made;
}

function draw(shape: Draw, colour: string, edge: string, tone: Tone): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (pen === null) return new ImageData(SIZE, SIZE);
  const open = tone === 'shelved' || tone === 'ended';
  pen.beginPath();
  shape(pen);
  pen.lineWidth = open ? 4 : 3;
  pen.fillStyle = open ? edge : colour;
  pen.strokeStyle = open ? colour : edge;
  pen.fill();
  pen.stroke();
  return pen.getImageData(0, 0, SIZE, SIZE);
}
