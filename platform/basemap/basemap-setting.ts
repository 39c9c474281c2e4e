/**
 * `LIANXIN_BASEMAP`: what maps stand on. `tianditu:KEY`, an address of raster
 * tiles with `{z}`, `{x}` and `{y}` (XYZ or WMTS, whose own words for them are
 * taken too), or a file of raster or vector tiles (`.pmtiles`). Unset: nothing
 * but the place's own layers. Pure.
 */
export type BasemapSetting =
  | { readonly kind: 'tianditu'; readonly key: string }
  | { readonly kind: 'address'; readonly template: string }
  | { readonly kind: 'file'; readonly path: string };

const TIANDITU = /^tianditu:([0-9a-zA-Z]{8,64})$/;

/** As the capabilities of a WMTS write an address. */
const WMTS_WORDS: Readonly<Record<string, string>> = {
  tilematrix: '{z}',
  tilecol: '{x}',
  tilerow: '{y}',
};

/** Undefined where the text is none of the three. */
export function readBasemapSetting(given: string): BasemapSetting | undefined {
  const text = given.replaceAll(
    /\{(\w+)\}/g,
    (whole, word: string) => WMTS_WORDS[word.toLowerCase()] ?? whole,
  );
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
