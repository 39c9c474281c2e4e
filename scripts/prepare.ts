/**
 * What is made once, after the installation, so that starting builds nothing.
 * A piece whose source or whose tools are not there is left out and said so:
 * an installation without development packages brings no Vite.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from './checks/command.ts';

interface Piece {
  readonly name: string;
  /** The file without which there is nothing to make. */
  readonly source: string;
  /** Packages it is made with. */
  readonly tools: readonly string[];
  /** Arguments of Node. */
  readonly run: readonly string[];
}

function script(name: string, source: string, ...tools: readonly string[]): Piece {
  return { name, source, tools, run: [source] };
}

function build(app: string): Piece {
  const source = `apps/${app}/vite.config.ts`;
  return {
    name: app,
    source,
    tools: ['vite'],
    run: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--config', source],
  };
}

/** None needs another; the longest first. A new piece is a new line. */
const PIECES: readonly Piece[] = [
  script('data image', 'scripts/embedded-image.ts', '@electric-sql/pglite'),
  build('web'),
  build('wall'),
  build('field'),
  build('portal'),
  build('statement'),
];

function reasonToLeaveOut(piece: Piece): string | null {
  const missing = piece.tools.find((tool) => !existsSync(join(HOUSE, 'node_modules', tool)));
  return missing === undefined ? null : `${missing} is not installed`;
}

async function make(piece: Piece): Promise<void> {
  const child = spawn(process.execPath, piece.run, { cwd: HOUSE, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code === 0) return;
  console.error(`prepare: ${piece.name} failed`);
  process.exit(1);
}

/** Takes one piece after the other from those that are left. */
async function work(left: Piece[]): Promise<void> {
  for (let piece = left.shift(); piece !== undefined; piece = left.shift()) {
    const reason = reasonToLeaveOut(piece);
    if (reason === null) await make(piece);
    else console.log(`prepare: ${piece.name} left out, ${reason}`);
  }
}

// Two at a time: none needs another, and a small machine has memory for no more.
const left = PIECES.filter(({ source }) => existsSync(join(HOUSE, source)));
await Promise.all([work(left), work(left)]);
