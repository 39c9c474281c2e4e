import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#kernel/context.ts';
import type { TenantId } from '#kernel/ids.ts';
import { logLink } from '#platform/outbox/log-link.ts';
import { relayTenant } from '#platform/outbox/relay.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import {
  addToThing,
  contextOf,
  ids,
  makeThing,
  makeThings,
  platformMigrations,
  THINGS,
  type ThingId,
  testKeys,
  type World,
  worldOn,
} from '#tests/worlds/things.ts';
import { eventHash } from './chain.ts';
import { readEvents } from './event-rows.ts';
import type { Finding, FindingCode } from './finding.ts';
import { createSealFiles, type SealFiles } from './seal-file.ts';
import { sealTenant } from './seal-job.ts';
import { type Verification, verifyTenant } from './verify.ts';

const SEED = 20261126;
const TABLES = ['audit_events', 'event_log', 'seals', 'things'] as const;

describe.each(engines)('the audit on the %s engine', (engine) => {
  const database = useDatabase(engine, platformMigrations);
  const context: Context = contextOf(ids.next<TenantId>());
  const { tenantId } = context;
  const elsewhere = ids.next<TenantId>();
  let world: World;
  let folder: string;
  let sealFiles: SealFiles;
  const things: ThingId[] = [];

  const asOwner = (sql: string, ...parameters: unknown[]) =>
    database().asOwner(async (transaction) => {
      const [rows] = await transaction.run({ sql, parameters });
      return rows ?? { rows: [], affected: 0 };
    });
  const services = () => ({ ...world, sealFiles, aggregates: [THINGS] });
  const verify = (tenant: TenantId = tenantId): Promise<Verification> =>
    verifyTenant(services(), tenant);
  const found = async (tenant?: TenantId): Promise<readonly Finding[]> =>
    (await verify(tenant)).findings;
  const seal = async (): Promise<void> => {
    await relayTenant(world, tenantId);
    await sealTenant(services(), tenantId);
  };

  beforeAll(async () => {
    await makeThings(database());
    world = worldOn(database());
    folder = await mkdtemp(join(tmpdir(), 'lianxin-seals-'));
    sealFiles = createSealFiles(folder);
    for (let count = 0; count < 4; count += 1) {
      const made = await makeThing(world, context, { count });
      if (made.ok) things.push(made.value.id);
    }
    for (const id of things) await addToThing(world, context, { id, by: 2 });
    await seal();
    for (const id of things) await addToThing(world, context, { id, by: 3 });
    await seal();
    for (const table of TABLES) await asOwner(`create table kept_${table} as table ${table}`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Everything as it was sealed. */
  const restore = async (): Promise<void> => {
    for (const table of TABLES) {
      await asOwner(`delete from ${table}`);
      await asOwner(`insert into ${table} select * from kept_${table}`);
    }
  };
  beforeEach(restore);

  it('finds nothing where nothing was done, and says what is not yet sealed', async () => {
    const whole = await verify();
    expect(whole.findings).toEqual([]);
    expect(whole).toMatchObject({ events: 12, aggregates: 4, seals: 2, sealedTo: 12 });
    expect(whole.unsealed).toEqual({ positions: 0, waiting: 0 });
  });

  it('finds nothing while people work and the relay and the seals run', async () => {
    const other = contextOf(ids.next<TenantId>());
    const made = await makeThing(world, other);
    const id = made.ok ? made.value.id : ids.next<ThingId>();
    const work = Array.from({ length: 25 }, () => addToThing(world, other, { id, by: 1 }));
    const more = Array.from({ length: 10 }, () => makeThing(world, other));
    const checks = Array.from({ length: 4 }, async () => {
      await relayTenant(world, other.tenantId);
      return found(other.tenantId);
    });
    await Promise.all([...work, ...more]);
    expect((await Promise.all(checks)).flat()).toEqual([]);
    await relayTenant(world, other.tenantId);
    await sealTenant(services(), other.tenantId);
    expect(await found(other.tenantId)).toEqual([]);
  });

  it('counts the window after the latest seal', async () => {
    const other = contextOf(ids.next<TenantId>());
    await makeThing(world, other);
    await relayTenant(world, other.tenantId);
    await sealTenant(services(), other.tenantId);
    await makeThing(world, other);
    await relayTenant(world, other.tenantId);
    await makeThing(world, other);
    const { unsealed, findings } = await verify(other.tenantId);
    expect(findings).toEqual([]);
    expect(unsealed).toEqual({ positions: 1, waiting: 1 });
  });

  const columnsOf = async (table: string): Promise<readonly { name: string; type: string }[]> => {
    const { rows } = await asOwner(
      `select attname, format_type(atttypid, null) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      table,
    );
    return rows.map((row) => ({ name: String(row['attname']), type: String(row['type']) }));
  };

  const otherText = (column: string, at: number): string => {
    const place = `(${at} % greatest(length(coalesce(${column}, '')), 1)) + 1`;
    return `overlay(coalesce(${column}, '') placing
      (case when substr(coalesce(${column}, ''), ${place}, 1) = 'x' then 'y' else 'x' end)
      from ${place} for 1)`;
  };

  /** SQL of a slightly other value, by the column's type. */
  const others: Readonly<Record<string, (column: string, at: number) => string>> = {
    uuid: () => `'${ids.next()}'::uuid`,
    integer: (column, at) => `${column} + ${1000 + at}`,
    bigint: (column, at) => `${column} + ${1000 + at}`,
    'timestamp with time zone': (column) => `${column} + interval '1 microsecond'`,
    numeric: (column) => `coalesce(${column}, 0) + 0.01`,
    boolean: (column) => `not ${column}`,
    date: (column) => `${column} + 1`,
    jsonb: () => `'["changed"]'::jsonb`,
    geometry: () => 'ST_SetSRID(ST_MakePoint(113.2, 33.12345678901233), 4326)',
  };

  const flipped = (name: string, type: string, at: number): string => {
    const column = `"${name}"`;
    if (name === 'tenant_id') return `'${elsewhere}'::uuid`;
    // Below, so that the table's own check of the stretch holds.
    if (name.endsWith('_position')) return `${column} - 1`;
    return (others[type] ?? otherText)(column, at);
  };

  const names = (findings: readonly Finding[], wanted: Partial<Finding>): boolean =>
    findings.some((finding) => {
      const { position, toPosition = position, version, toVersion = version } = finding;
      const { seal: number, toSeal = number } = finding;
      const within = (want: number | undefined, from?: number, to?: number): boolean =>
        want === undefined ||
        (from !== undefined && to !== undefined && from <= want && want <= to);
      return (
        finding.tenantId === tenantId &&
        (wanted.aggregateId === undefined || finding.aggregateId === wanted.aggregateId) &&
        within(wanted.position, position, toPosition) &&
        within(wanted.version, version, toVersion) &&
        within(wanted.seal, number, toSeal)
      );
    });

  describe('a flip in any column', () => {
    it('of an event is found and named', async () => {
      const columns = await columnsOf('audit_events');
      for (const [at, { name, type }] of columns.entries()) {
        await restore();
        const id = things[at % things.length] ?? '';
        const version = (at % 3) + 1;
        const changed = await asOwner(
          `update audit_events set "${name}" = ${flipped(name, type, at)}
           where tenant_id = $1 and aggregate_id = $2 and version = $3`,
          tenantId,
          id,
          version,
        );
        expect([name, changed.affected]).toEqual([name, 1]);
        const findings = await found();
        expect([name, names(findings, { aggregateId: id, version })]).toEqual([name, true]);
      }
    });

    it('of a seal is found and named', async () => {
      const columns = await columnsOf('seals');
      for (const [at, { name, type }] of columns.entries()) {
        await restore();
        const number = (at % 2) + 1;
        const changed = await asOwner(
          `update seals set "${name}" = ${flipped(name, type, at)}
           where tenant_id = $1 and number = $2`,
          tenantId,
          number,
        );
        expect([name, changed.affected]).toEqual([name, 1]);
        expect([name, names(await found(), { seal: number })]).toEqual([name, true]);
      }
    });

    it('of the log is found and named', async () => {
      const columns = await columnsOf('event_log');
      for (const [at, { name, type }] of columns.entries()) {
        await restore();
        const position = (at % 12) + 1;
        const changed = await asOwner(
          `update event_log set "${name}" = ${flipped(name, type, at)}
           where tenant_id = $1 and position = $2`,
          tenantId,
          position,
        );
        expect([name, changed.affected]).toEqual([name, 1]);
        expect([name, names(await found(), { position })]).toEqual([name, true]);
      }
    });

    it('of a row is found and named, but for what is derived', async () => {
      const columns = (await columnsOf('things')).filter(({ name }) => name !== 'words');
      for (const [at, { name, type }] of columns.entries()) {
        await restore();
        const id = things[at % things.length] ?? '';
        const changed = await asOwner(
          `update things set "${name}" = ${flipped(name, type, at)}
           where tenant_id = $1 and thing_id = $2`,
          tenantId,
          id,
        );
        expect([name, changed.affected]).toEqual([name, 1]);
        const findings = await found();
        expect([name, names(findings, { aggregateId: id })]).toEqual([name, true]);
        const named = findings.flatMap((finding) => finding.columns ?? []);
        const whole = ['tenant_id', 'thing_id', 'version', 'audit_head'].includes(name);
        expect([name, whole || named.includes(name)]).toEqual([name, true]);
      }
    });

    it('is found at any character', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('fields', 'details', 'hash', 'previous', 'actor', 'kind'),
          fc.nat(10_000),
          fc.integer({ min: 1, max: 3 }),
          async (name, at, version) => {
            await restore();
            const id = things[at % things.length] ?? '';
            await asOwner(
              `update audit_events set "${name}" = ${flipped(name, 'text', at)}
               where tenant_id = $1 and aggregate_id = $2 and version = $3`,
              tenantId,
              id,
              version,
            );
            expect(names(await found(), { aggregateId: id, version })).toBe(true);
          },
        ),
        { seed: SEED, numRuns: 25 },
      );
    });
  });

  const codes = async (): Promise<ReadonlySet<FindingCode>> =>
    new Set((await found()).map(({ code }) => code));

  it('finds the seals of another tenant where they were moved to', async () => {
    await asOwner('update seals set tenant_id = $2 where tenant_id = $1', tenantId, elsewhere);
    expect((await found(elsewhere)).map(({ code }) => code)).toContain('seal.changed');
  });

  it.each([1, 2, 3])('names an event deleted at version %s', async (version) => {
    const id = things[1] ?? '';
    await asOwner('delete from audit_events where aggregate_id = $1 and version = $2', id, version);
    const findings = await found();
    expect(
      names(
        findings.filter(({ code }) => code === 'event.missing'),
        { aggregateId: id, version },
      ),
    ).toBe(true);
  });

  it('names an event deleted together with its position and its step of the row', async () => {
    const id = things[2] ?? '';
    const [, second] = await readEvents(database(), tenantId, id);
    const position = (await readEvents(database(), tenantId, id))[2]?.position ?? 0;
    await asOwner('delete from audit_events where aggregate_id = $1 and version = 3', id);
    await asOwner('delete from event_log where aggregate_id = $1 and version = 3', id);
    await asOwner(
      'update things set version = 2, audit_head = $2, count = count - 3 where thing_id = $1',
      id,
      second?.hash,
    );
    const findings = await found();
    expect(names(findings, { position })).toBe(true);
  });

  it('names a position that was deleted', async () => {
    await asOwner('delete from event_log where tenant_id = $1 and position = 7', tenantId);
    const findings = await found();
    expect(findings).toContainEqual({ code: 'log.missing', tenantId, position: 7, toPosition: 7 });
    expect(findings.map(({ code }) => code)).toContain('event.unlogged');
  });

  it('names two events whose contents were swapped', async () => {
    const [first = '', second = ''] = things;
    await asOwner(
      `update audit_events a set fields = b.fields, hash = b.hash, details = b.details
       from audit_events b where a.version = 2 and b.version = 2 and a.tenant_id = $1
       and b.tenant_id = $1 and a.aggregate_id in ($2::uuid, $3::uuid)
       and b.aggregate_id in ($2::uuid, $3::uuid) and a.aggregate_id <> b.aggregate_id`,
      tenantId,
      first,
      second,
    );
    const findings = (await found()).filter(({ code }) => code === 'event.changed');
    expect(names(findings, { aggregateId: first, version: 2 })).toBe(true);
    expect(names(findings, { aggregateId: second, version: 2 })).toBe(true);
  });

  it('names two positions that were swapped', async () => {
    await asOwner(
      'update event_log set position = 1003 where tenant_id = $1 and position = 3',
      tenantId,
    );
    await asOwner(
      'update event_log set position = 3 where tenant_id = $1 and position = 4',
      tenantId,
    );
    await asOwner(
      'update event_log set position = 4 where tenant_id = $1 and position = 1003',
      tenantId,
    );
    const findings = await found();
    expect([names(findings, { position: 3 }), names(findings, { position: 4 })]).toEqual([
      true,
      true,
    ]);
  });

  /** Sets everything back to after position 8: events, positions, rows, leaving no trace but the seals. */
  const cutTail = async (): Promise<void> => {
    for (const id of things) {
      const [, second] = await readEvents(database(), tenantId, id);
      await asOwner(
        'update things set version = 2, audit_head = $2, count = count - 3 where thing_id = $1',
        id,
        second?.hash,
      );
    }
    await asOwner('delete from audit_events where tenant_id = $1 and version = 3', tenantId);
    await asOwner('delete from event_log where tenant_id = $1 and position > 8', tenantId);
  };

  it('names events cut from the end, though rows and log were set back with them', async () => {
    await cutTail();
    expect(await found()).toContainEqual({
      code: 'log.truncated',
      tenantId,
      position: 9,
      toPosition: 12,
    });
  });

  it('names them also where the seals were cut with them, by the seal outside', async () => {
    await cutTail();
    await asOwner('delete from seals where tenant_id = $1 and number = 2', tenantId);
    const findings = await found();
    expect(findings).toContainEqual({ code: 'seal.truncated', tenantId, seal: 2, toSeal: 2 });
    expect(findings).toContainEqual({
      code: 'log.truncated',
      tenantId,
      position: 9,
      toPosition: 12,
    });
  });

  it('names seals that were cut, all of them too', async () => {
    await asOwner('delete from seals where tenant_id = $1', tenantId);
    expect(await found()).toContainEqual({ code: 'seal.truncated', tenantId, seal: 1, toSeal: 2 });
  });

  it('names a seal missing between others', async () => {
    await asOwner('delete from seals where tenant_id = $1 and number = 1', tenantId);
    expect(await found()).toContainEqual({ code: 'seal.missing', tenantId, seal: 1, toSeal: 1 });
  });

  it('says where no seal stands outside', async () => {
    const nowhere = createSealFiles(join(folder, 'empty'));
    const { findings } = await verifyTenant({ ...services(), sealFiles: nowhere }, tenantId);
    expect(findings).toEqual([{ code: 'seal.none_outside', tenantId, seal: 2 }]);
  });

  it('names a history written anew without the key: events, log, rows and seals', async () => {
    const forged = testKeys('k1-forged').current('audit', tenantId);
    const key = { id: 'k1', bytes: createHmac('sha256', 'guess').update(forged.bytes).digest() };
    const hashes = new Map<string, string>();
    for (const id of things) {
      let previous = '';
      for (const event of await readEvents(database(), tenantId, id)) {
        const texts = { ...event.texts, details: '"nothing happened"' };
        const hash = eventHash(key, previous, event.head, texts);
        await asOwner(
          `update audit_events set details = $3, previous = $4, hash = $5
           where aggregate_id = $1 and version = $2`,
          id,
          event.head.version,
          texts.details,
          previous,
          hash,
        );
        hashes.set(`${id} ${event.head.version}`, hash);
        previous = hash;
      }
      await asOwner('update things set audit_head = $2 where thing_id = $1', id, previous);
    }
    const { rows } = await asOwner(
      'select * from event_log where tenant_id = $1 order by position',
      tenantId,
    );
    let link = '';
    for (const row of rows) {
      const entry = {
        tenantId,
        position: Number(row['position']),
        aggregateId: String(row['aggregate_id']),
        version: Number(row['version']),
      };
      const hash = hashes.get(`${entry.aggregateId} ${entry.version}`) ?? '';
      link = logLink(key, link, { ...entry, hash });
      await asOwner(
        'update event_log set link = $3 where tenant_id = $1 and position = $2',
        tenantId,
        entry.position,
        link,
      );
    }
    await asOwner('delete from seals where tenant_id = $1', tenantId);
    await sealTenant({ ...services(), keys: { ...world.keys, find: () => key } }, tenantId);
    const findings = await found();
    for (const id of things) {
      for (const version of [1, 2, 3]) {
        const changed = findings.filter(({ code }) => code === 'event.changed');
        expect(names(changed, { aggregateId: id, version })).toBe(true);
      }
    }
    const all = new Set(findings.map(({ code }) => code));
    expect(all).toContain('log.changed');
    expect(all).toContain('seal.truncated');
  });

  it('names a row that no event explains, and events whose row is gone', async () => {
    const id = ids.next();
    await asOwner(
      `insert into things (tenant_id, thing_id, version, audit_head) values ($1, $2, 1, '')`,
      tenantId,
      id,
    );
    await asOwner('delete from things where thing_id = $1', things[0]);
    const findings = await found();
    expect(findings).toContainEqual({
      code: 'row.unexplained',
      tenantId,
      aggregateType: 'thing',
      aggregateId: id,
    });
    expect(
      names(
        findings.filter(({ code }) => code === 'row.missing'),
        { aggregateId: things[0] },
      ),
    ).toBe(true);
  });

  it('names a protected value exchanged for another lawful ciphertext', async () => {
    const other = world.protection.protect(tenantId, 'things.secret', '13900139000');
    await asOwner('update things set secret = $2 where thing_id = $1', things[3], other.ciphertext);
    const [finding] = await found();
    expect(finding).toMatchObject({
      code: 'row.other_secret',
      aggregateId: things[3],
      columns: ['secret'],
    });
  });

  it('still verifies after keys were rotated', async () => {
    const keys = testKeys('k2', 'k1');
    const rotated = { ...worldOn(database(), keys), sealKeys: world.sealKeys };
    const other = contextOf(ids.next<TenantId>());
    const made = await makeThing(world, other);
    const id = made.ok ? made.value.id : ids.next<ThingId>();
    await addToThing(rotated, other, { id, by: 1 });
    await relayTenant(rotated, other.tenantId);
    await sealTenant({ ...rotated, sealFiles }, other.tenantId);
    const after = { ...rotated, sealFiles, aggregates: [THINGS] };
    expect((await verifyTenant(after, other.tenantId)).findings).toEqual([]);
  });

  it('is append only for the application', async () => {
    for (const table of ['audit_events', 'event_log', 'seals']) {
      for (const sql of [`delete from ${table}`, `update ${table} set tenant_id = tenant_id`]) {
        const attempt = database().write(
          tenantId,
          [{ sql, parameters: [] }],
          async () => undefined,
        );
        await expect(attempt).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('does not seal over a wound', async () => {
    await asOwner('delete from seals where tenant_id = $1 and number = 2', tenantId);
    await asOwner(
      `update event_log set link = 'x' where tenant_id = $1 and position = 10`,
      tenantId,
    );
    await expect(sealTenant(services(), tenantId)).rejects.toThrow('position 10');
    expect(await codes()).toContain('log.changed');
  });
});
