/** The rules as one script for a browser, built in a process of its own. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '#platform/database/migration-files.ts';
import { once, runFolder } from '#tests/engines/once.ts';

const run = promisify(execFile);
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

const BUILD = `
  import { build } from 'vite';
  const [root, input, outDir] = process.argv.slice(1);
  await build({
    configFile: false, root, publicDir: false, logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', modulePreload: false,
      rollupOptions: { input, output: { format: 'iife', entryFileNames: 'script.js' } } },
  });
`;

/** Path of the script in which the rules work for the test of the three runtimes. */
export function rulesForBrowser(): Promise<string> {
  return once('rules-for-browser', async () => {
    const folder = join(runFolder(), 'rules-for-browser');
    const input = 'tests/journeys/compensation-in-browser.ts';
    await run(process.execPath, ['--input-type=module', '-e', BUILD, ROOT, input, folder], {
      cwd: ROOT,
    });
    return join(folder, 'script.js');
  });
}

/** The script of readable files as the sources stand now. */
export async function statementScript(): Promise<string> {
  const folder = await once('statement-script', async () => {
    const to = join(runFolder(), 'statement');
    const config = join(ROOT, 'apps', 'statement', 'vite.config.ts');
    await run(
      process.execPath,
      [VITE, 'build', '--logLevel', 'error', '--config', config, '--outDir', to, '--emptyOutDir'],
      { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } },
    );
    return to;
  });
  return readFileSync(join(folder, 'statement.js'), 'utf8');
}
