/** Tiles from where an address leads: pictures alone. */
import type { Basemap } from './basemap.ts';

/** Milliseconds that a source may take. */
const PATIENCE = 8_000;
const MOST_BYTES = 2_000_000;
/** Tianditu's, and that of most that serve pictures. */
const DEEPEST = 18;

export function fromTianditu(key: string): Basemap {
  return fromAddresses(
    'tianditu',
    TIANDITU.map((one) => one(key)),
  );
}

export function fromAddress(template: string): Basemap {
  return fromAddresses(new URL(template.replaceAll(/[{}]/g, '')).host, [template]);
}

/** The vector map as pictures, and its names above it. */
const TIANDITU = ['vec', 'cva'].map(
  (layer) => (key: string) =>
    `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`,
);
/** Its servers t0 to t7. */
const SERVERS = 8;

function fromAddresses(source: string, templates: readonly string[]): Basemap {
  return {
    layers: templates.length,
    source,
    edition: templates.join(' '),
    deepest: DEEPEST,
    async tile(layer, z, x, y) {
      const template = templates[layer];
      if (template === undefined) return undefined;
      const values: Readonly<Record<string, number>> = { z, x, y, s: (x + y) % SERVERS };
      const address = template.replaceAll(/\{([zxys])\}/g, (_, name: string) => `${values[name]}`);
      const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status === 404 || answer.status === 204) return undefined;
      const media = answer.headers.get('content-type') ?? '';
      if (!answer.ok || !media.startsWith('image/'))
        throw new Error(`${source} answered ${answer.status} ${media}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (bytes.length > MOST_BYTES) throw new Error(`${source} sent ${bytes.length} bytes`);
      return { bytes, media };
    },
    close: () => Promise.resolve(),
  };
}
