/** The demonstration on a folder of its own, as `npm start` opens it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HOUSE } from '../checks/command.ts';

export interface RunningDemonstration {
  /** `http://localhost:1234`. */
  readonly origin: string;
  /** Tokens of one-time links by the name of whom they sign in. */
  readonly tokens: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** `  演示·受理员  http://localhost:1234/desk#token=…` */
const LINK = /^\s*(\S+)\s+(http\S+)\/desk#token=(\S+)$/;

/** @param people how many links to wait for */
export async function startDemonstration(people: number): Promise<RunningDemonstration> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-tour-'));
  const server = spawn(process.execPath, [join(HOUSE, 'apps/server/main.ts')], {
    cwd: HOUSE,
    env: { ...process.env, LIANXIN_PORT: '0', LIANXIN_DATA: folder, LIANXIN_DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tokens = new Map<string, string>();
  let origin = '';
  for await (const line of createInterface({ input: server.stdout })) {
    const [, name, address, token] = LINK.exec(line) ?? [];
    if (name === undefined || address === undefined || token === undefined) continue;
    origin = address;
    tokens.set(name, token);
    if (tokens.size === people) break;
  }
  if (tokens.size < people) throw new Error(`the server gave ${tokens.size} links`);
  return {
    origin,
    tokens,
    stop: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    if (!server.kill('SIGTERM')) resolve();
  });
}
