/** Addresses of the built stylesheet and script, from Vite's manifest in `dist/portal`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Assets } from '#features/matters/portal/public.ts';

/** Under this address the server serves the folder `dist/portal`. */
export const ASSETS_PATH = '/portal/';

const STYLE = 'ui/portal/portal.css';
const DARK = 'ui/portal/dark.css';
const PLANS = 'features/places/portal/plans.css';
const COMPENSATION = 'features/relocation/portal/compensation.css';
const SCRIPT = 'features/matters/portal/islands/main.ts';
const Manifest = z.record(z.string(), z.object({ file: z.string() }));

/**
 * @param root the project's folder
 * @param folder what `apps/portal/vite.config.ts` built
 * @throws where it was not built
 */
export function readAssets(root: string, folder = join(root, 'dist', 'portal')): Assets {
  const text = readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8');
  const manifest = Manifest.parse(JSON.parse(text));
  const address = (source: string): string => {
    const entry = manifest[source];
    if (entry === undefined) throw new Error(`${folder} was built without ${source}`);
    return `${ASSETS_PATH}${entry.file}`;
  };
  return {
    style: address(STYLE),
    dark: address(DARK),
    script: address(SCRIPT),
    plans: address(PLANS),
    compensation: address(COMPENSATION),
  };
}
