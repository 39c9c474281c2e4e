import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { areaOf, readMultiPolygon } from '#kernel/geometry/index.ts';
import { record } from './records-folder.ts';

const Blocks = z.object({
  features: z.array(
    z.object({
      geometry: z.unknown(),
      properties: z.object({ ALAND10: z.number(), AWATER10: z.number() }),
    }),
  ),
});

describe('the census blocks of a city', () => {
  it('are all read, and their area is that of the census within two parts in a thousand', () => {
    const { features } = Blocks.parse(
      JSON.parse(record('geography/Providence_blocks.geojson').toString('utf8')),
    );
    let [found, published] = [0, 0];
    for (const { geometry, properties } of features) {
      const shape = readMultiPolygon(geometry);
      expect(shape.ok).toBe(true);
      if (shape.ok) found += areaOf(shape.value);
      published += properties.ALAND10 + properties.AWATER10;
    }
    expect(features).toHaveLength(3014);
    expect(Math.abs(found / published - 1)).toBeLessThan(0.002);
  });
});
