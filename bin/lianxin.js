#!/usr/bin/env node
// Plain JavaScript, because the Node that starts it may be an older one: the
// sources need Node 24, which the project brings along.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const here = fileURLToPath(import.meta.url);

/** The `node` package below this project or beside it. */
function ownNode() {
  try {
    const manifest = createRequire(here).resolve('node/package.json');
    const program = join(dirname(manifest), 'bin', 'node');
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  await import('../apps/cli/main.ts');
} else {
  const node = ownNode();
  if (node === null) {
    console.error(`lianxin needs Node ${NEEDED} or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const child = spawn(node, [here, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
