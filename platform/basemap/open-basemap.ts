/** Opens what the setting names. */
import type { Basemap } from './basemap.ts';
import type { BasemapSetting } from './basemap-setting.ts';
import { fromAddress, fromTianditu } from './tile-addresses.ts';
import { openTileFile } from './tile-file.ts';

/** @throws ConfigError where the setting names a file that maps cannot stand on */
export async function openBasemap(setting: BasemapSetting): Promise<Basemap> {
  switch (setting.kind) {
    case 'tianditu':
      return fromTianditu(setting.key);
    case 'address':
      return fromAddress(setting.template);
    case 'file':
      return openTileFile(setting.path);
  }
}
