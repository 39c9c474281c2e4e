import { describe, expect, it } from 'vitest';
import { creditIn, vectorsOf } from './about-file.ts';

const layers = (...ids: readonly string[]) => ({ vector_layers: ids.map((id) => ({ id })) });

describe('what a file of tiles says about itself', () => {
  it.each([
    ['protomaps', layers('earth', 'landuse', 'water', 'roads', 'places')],
    ['openmaptiles', layers('water', 'landcover', 'transportation', 'place')],
    ['unknown', layers('ocean', 'streets')],
    // Version 3 has the same layers and other words in them.
    [
      'unknown',
      { vector_layers: [{ id: 'earth' }, { id: 'roads', fields: { 'pmap:kind': 'String' } }] },
    ],
  ])('tells the schema by the layers: %s', (schema, about) => {
    expect(vectorsOf(about)).toEqual({
      schema,
      layers: about.vector_layers.map(({ id }) => id),
    });
  });

  it.each([[undefined], [{}], [{ vector_layers: [] }], [{ vector_layers: [{ id: '' }] }]])(
    'knows no layers where none are listed: %j',
    (about) => {
      expect(vectorsOf(about)).toBeUndefined();
    },
  );

  it.each([
    [
      { name: 'City', attribution: '<a href="https://a.example">Maps</a> &copy; OpenStreetMap' },
      'Maps © OpenStreetMap',
    ],
    [{ name: 'Our streets', attribution: ' ' }, 'Our streets'],
    [{ attribution: '<<b>script>alert(1)</script>' }, 'scriptalert(1)'],
    [{ attribution: 'A &amp; B&nbsp;2026 &unknown;' }, 'A & B 2026 &unknown;'],
    [{ name: 7 }, ''],
    ['nothing', ''],
  ])('names whom it wants named, in words without markup: %j', (about, credit) => {
    expect(creditIn(about)).toBe(credit);
  });
});
