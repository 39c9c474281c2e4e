import { describe, expect, it } from 'vitest';
import { readBasemapSetting } from './basemap-setting.ts';

describe('the setting of the ground of maps', () => {
  it('names Tianditu by its key, tiles by their address, or a file', () => {
    expect(readBasemapSetting('tianditu:0123456789abcdef0123456789abcdef')).toEqual({
      kind: 'tianditu',
      key: '0123456789abcdef0123456789abcdef',
    });
    expect(readBasemapSetting('https://tiles.example/{z}/{x}/{y}.png')).toEqual({
      kind: 'address',
      template: 'https://tiles.example/{z}/{x}/{y}.png',
    });
    expect(
      readBasemapSetting('https://wmts.example?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}'),
    ).toMatchObject({
      kind: 'address',
    });
    expect(
      readBasemapSetting('https://wmts.example/{TileMatrix}/{TileRow}/{TileCol}.png'),
    ).toMatchObject({ template: 'https://wmts.example/{z}/{y}/{x}.png' });
    expect(readBasemapSetting('/srv/maps/district.pmtiles')).toEqual({
      kind: 'file',
      path: '/srv/maps/district.pmtiles',
    });
  });

  it.each([
    'tianditu:',
    'tianditu:short',
    'https://tiles.example/{z}/{x}.png',
    'file:///etc/{z}/{x}/{y}',
    'ftp://tiles.example/{z}/{x}/{y}.png',
    'somewhere',
  ])('takes nothing else: %s', (text) => {
    expect(readBasemapSetting(text)).toBeUndefined();
  });
});
