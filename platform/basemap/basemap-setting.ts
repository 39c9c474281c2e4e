/**
 * `LIANXIN_BASEMAP`: what maps stand on. `tianditu:KEY`, an address of raster
 * tiles with `{z}`, `{x}` and `{y}` (XYZ or WMTS), or a file of raster tiles
 * (`.pmtiles`). Unset: nothing but the place's own layers. Pure.
 */
export type BasemapSetting =
  | { readonly kind: 'tianditu'; readonly key: string }
  | { readonly kind: 'address'; readonly template: string }
  | { readonly kind: 'file'; readonly path: string };

const TIANDITU = /^tianditu:([0-9a-zA-Z]{8,64})$/;

/** Undefined where the text is none of the three. */
export function readBasemapSetting(text: string): BasemapSetting | undefined {
  const key = TIANDITU.exec(text)?.[1];
  if (key !== undefined) return { kind: 'tianditu', key };
  if (text.endsWith('.pmtiles') && !text.includes('://')) return { kind: 'file', path: text };
  const whole = ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
  const filled = text.replaceAll(/\{[zxy]\}/g, '0');
  if (!whole || !URL.canParse(filled)) return undefined;
  return ['http:', 'https:'].includes(new URL(filled).protocol)
    ? { kind: 'address', template: text }
    : undefined;
}
