/**
 * `npm start`: opens the database (an empty folder gets the demonstration),
 * starts the server and says where it is. Ends cleanly on SIGINT and SIGTERM.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDemonstration } from '#demo/demonstration.ts';
import { ConfigError, readConfig } from '#platform/config/config.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { allTenants } from '#platform/tenants/tenants.ts';
import { makeLinks } from './demonstration-links.ts';
import { makeWallTokens } from './demonstration-wall.ts';
import { makeInstallation } from './services.ts';
import { startServer } from './start.ts';
import { systemContext } from './work.ts';

const log = pino({ level: 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime });

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const installation = await makeInstallation(config, {
    onDown: () => {
      log.fatal('the database stays down; the server ends');
      process.exit(70);
    },
  });
  const { services } = installation;
  const empty = (await allTenants(services.database)).length === 0;
  const demonstration = empty
    ? await openDemonstration(services, (tenant) => systemContext(installation, tenant, 'demo'))
    : undefined;
  const server = await startServer(installation, {
    port: config.port,
    host: '0.0.0.0',
    version: versionOf(),
    origin: config.origin,
    basemap: config.basemap,
    onFault: (fault, doing) => log.error({ err: fault }, doing),
  });
  const origin = config.origin ?? `http://localhost:${new URL(server.origin).port}`;
  const sentence = (key: 'open' | 'links' | 'wall'): string =>
    services.translate(localeOfShell(), `config.start.${key}`, { origin });
  process.stdout.write(`\n${sentence('open')}\n`);
  const links = await makeLinks(installation, server.access);
  if (links.length > 0) process.stdout.write(`\n${sentence('links')}\n`);
  for (const { name, token } of links) {
    process.stdout.write(`  ${name}  ${origin}/desk#token=${token}\n`);
  }
  const walls = await makeWallTokens(installation, server.access);
  if (walls.length > 0) process.stdout.write(`\n${sentence('wall')}\n`);
  for (const token of walls) process.stdout.write(`  ${origin}/wall#token=${token}\n`);
  demonstration
    ?.fill()
    .then(() => services.database.tidy())
    .catch((fault: unknown) => log.error({ err: fault }, 'demonstration'));
  endOnSignal(server.close);
}

/** The language of the operator's shell. */
function localeOfShell(): 'zh' | 'en' {
  return /^zh/i.test(process.env['LANG'] ?? '') ? 'zh' : 'en';
}

function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function versionOf(): string {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

main().catch((fault: unknown) => {
  // An operator's mistake is one sentence; everything else shows where it happened.
  if (fault instanceof ConfigError || fault instanceof DatabaseError) {
    process.stderr.write(`${fault.message}\n`);
  } else {
    log.fatal({ err: fault }, 'the server could not start');
  }
  process.exit(1);
});
