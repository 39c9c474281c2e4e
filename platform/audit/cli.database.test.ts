import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import { loadTexts } from '#platform/http/i18n.ts';
import { relayTenant } from '#platform/outbox/relay.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import {
  contextOf,
  ids,
  makeThing,
  makeThings,
  platformMigrations,
  THINGS,
  type World,
  worldOn,
} from '#tests/worlds/things.ts';
import { auditVerify } from './cli.ts';
import { createSealFiles, type SealFiles } from './seal-file.ts';
import { sealTenant } from './seal-job.ts';

describe.each(engines.slice(0, 1))('lianxin audit verify', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  const tenantId = ids.next<TenantId>();
  const translate = loadTexts(ROOT);
  let folder: string;
  let world: World;
  let sealFiles: SealFiles;
  beforeAll(async () => {
    await makeThings(database());
    world = worldOn(database());
    folder = await mkdtemp(join(tmpdir(), 'lianxin-seals-'));
    sealFiles = createSealFiles(folder);
    await makeThing(world, contextOf(tenantId));
    await relayTenant(world, tenantId);
    await sealTenant({ ...world, sealFiles }, tenantId);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (json: boolean, locale: Locale = 'zh') => {
    const lines: string[] = [];
    const code = await auditVerify({
      services: { ...world, sealFiles, aggregates: [THINGS] },
      tenants: [{ tenantId, name: '老城区' }],
      json,
      translate,
      locale,
      write: (line) => lines.push(line),
    });
    return { code, text: lines.join('\n') };
  };

  it('says that all holds, in both languages and for programs', async () => {
    expect(await run(false)).toMatchObject({ code: 0, text: expect.stringContaining('老城区') });
    expect((await run(false, 'en')).text).toContain('the audit trail is whole');
    const { text } = await run(true);
    expect(JSON.parse(text)).toMatchObject({ tenants: [{ tenantId, findings: [], sealedTo: 1 }] });
  });

  it('says what was found and where, with another exit code', async () => {
    await database().asOwner((transaction) =>
      transaction.run({
        sql: `update audit_events set actor = 'somebody else' where tenant_id = $1`,
        parameters: [tenantId],
      }),
    );
    const { code, text } = await run(false, 'en');
    expect(code).toBe(1);
    expect(text).toMatch(
      /Event changed \(event\.changed\) · thing [0-9a-f-]{36} · version 1 · position 1/,
    );
    expect(text).not.toContain('{{');
  });
});
