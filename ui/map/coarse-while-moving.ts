/**
 * Where no graphics card draws the map, the processor does, and the page waits for each
 * frame: there a map is drawn with fewer points while it moves and while its tiles come,
 * each of which draws it anew, and sharply when it rests.
 */
import type { MapLibreMap } from 'maplibre-gl';

/** How drivers without a card name themselves. */
const BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|basic render/i;
/** Of the points along a side. */
const COARSE = 0.5;
/** Milliseconds after which a map that has all its tiles is drawn sharply. */
const RESTS = 200;
/** Milliseconds after which it is so whatever is still to come. */
const WAITS = 4_000;

/** For maps that people move; on a machine with a graphics card it does nothing. */
export function coarseWhileMoving(map: MapLibreMap): void {
  if (!isDrawnByProcessor(map.getCanvas())) return;
  const sharp = map.getPixelRatio();
  // To draw with other points is told as a movement too.
  let changes = false;
  let rests: ReturnType<typeof setTimeout> | undefined;
  const sharpIn = (milliseconds: number): void => {
    clearTimeout(rests);
    rests = setTimeout(() => drawWith(sharp), milliseconds);
  };
  const drawWith = (ratio: number): void => {
    if (map.getPixelRatio() === ratio) return;
    changes = true;
    map.setPixelRatio(ratio);
    changes = false;
  };
  map.on('movestart', () => {
    // What jumps is drawn once.
    if (changes || !map.isMoving()) return;
    clearTimeout(rests);
    drawWith(sharp * COARSE);
  });
  map.on('moveend', () => {
    if (!changes) sharpIn(WAITS);
  });
  map.on('idle', () => {
    if (!map.isMoving()) sharpIn(RESTS);
  });
  map.on('remove', () => clearTimeout(rests));
}

function isDrawnByProcessor(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext('webgl2');
  if (gl === null) return false;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return BY_PROCESSOR.test(`${gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)}`);
}
