/** A district founded on a database that can be opened again after its process has died. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sealTenant } from '#platform/audit/seal-job.ts';
import type { Database } from '#platform/database/database.ts';
import { collectMigrations, type Migration } from '#platform/database/migration-files.ts';
import { relayTenant } from '#platform/outbox/relay.ts';
import { freshEmbeddedDatabase } from '#tests/engines/embedded-engine.ts';
import type { EngineName } from '#tests/engines/engines.ts';
import { runFolder } from '#tests/engines/once.ts';
import { freshServerDatabase } from '#tests/engines/server-engine.ts';
import { foundDistrict, MORNING } from '#tests/worlds/district.ts';
import { type Plan, planOf } from './office.ts';
import { TOLD_TABLE } from './tells-once.ts';

export interface Founded {
  readonly plan: Plan;
  drop(): Promise<void> | void;
}

/** Founded and closed. */
export async function foundOffice(engine: EngineName): Promise<Founded> {
  const migrations = collectMigrations();
  if (engine === 'embedded') {
    const { database, folder, drop } = await freshEmbeddedDatabase(migrations);
    return { plan: await foundOn(database, folder, migrations), drop };
  }
  const { database, url, drop } = await freshServerDatabase(migrations);
  return { plan: await foundOn(database, url, migrations), drop };
}

export async function foundOn(
  database: Database,
  where: string,
  migrations: readonly Migration[],
): Promise<Plan> {
  const folder = join(mkdtempSync(join(runFolder(), 'office-')), 'data');
  mkdirSync(folder);
  const district = await foundDistrict(database, MORNING, folder);
  await database.asOwner((transaction) => transaction.script(TOLD_TABLE));
  await relayTenant(district.services, district.tenantId);
  await sealTenant({ ...district.installation, ...district.services }, district.tenantId);
  const plan = planOf(district, { where, folder, migrations });
  await database.close();
  return plan;
}
