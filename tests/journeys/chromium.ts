/** A real Chromium, wherever the machine keeps it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** As Debian and others call it, the first one found is taken. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

/**
 * WebGL without a graphics card, for maps alone: the page itself is put together as on
 * any machine without one, not by WebGL in software, which takes five times the processor.
 */
const SOFTWARE_GL = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-compositing',
];

/** No traffic of its own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param withMaps false: without WebGL, whose drawing in software takes the processor from the page */
export function openChromium(withMaps = true): Promise<Browser> {
  const args = [...FLAGS, ...(withMaps ? SOFTWARE_GL : ['--disable-gpu'])];
  return chromium.launch({ executablePath: pathOfChromium(), args });
}

function pathOfChromium(): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find((path) => existsSync(path));
  if (found === undefined) throw new Error(`none of ${NAMES.join(', ')} is on this machine`);
  return found;
}
