/** A small world for the platform's own tests: things, with a column of every kind. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import { type CommandId, type Id, type Ids, type TenantId, uuidV7 } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { sealKeysOf } from '#platform/audit/seal-keys.ts';
import type { AggregateTable, Change } from '#platform/command/change.ts';
import { command } from '#platform/command/command.ts';
import { stale } from '#platform/command/stale.ts';
import type { Database } from '#platform/database/database.ts';
import { collectMigrations } from '#platform/database/migration-files.ts';
import { deriveKeys, type Keys } from '#platform/protection/keys.ts';
import { createProtection } from '#platform/protection/protection.ts';

/** Migrations of the platform that came after the first features. */
const LATER = ['0024_authority_revisions', '0061_post_of_reading'];

/** The platform's own migrations: its tests need no feature's tables. */
export const platformMigrations = collectMigrations().filter(
  ({ number, name }) => number < 20 || LATER.includes(name),
);

export const THINGS = {
  type: 'thing',
  table: 'things',
  idColumn: 'thing_id',
  protectedColumns: ['secret', 'note'],
  derivedColumns: ['words'],
  authority: 'none',
} as const satisfies AggregateTable;

const TABLE = `
  create table things (
    tenant_id uuid not null,
    thing_id uuid not null,
    version integer not null,
    audit_head text not null,
    name text,
    count integer not null default 0,
    price numeric(12, 2),
    open boolean not null default true,
    day date,
    at timestamptz,
    place geometry(Point, 4326),
    tags jsonb not null default '[]',
    words tsvector,
    secret text,
    note text,
    primary key (tenant_id, thing_id),
    constraint things_name_key unique (tenant_id, name)
  );
  call protect_tenant_table('things')`;

export async function makeThings(database: Database): Promise<void> {
  await database.asOwner((transaction) => transaction.script(TABLE));
}

export const ids: Ids = {
  next: <T extends Id<string>>() => uuidV7(Date.now(), randomBytes(10)) as T,
};

export function testKeys(...names: readonly string[]): Keys {
  const masters = names.length > 0 ? names : ['k1'];
  return deriveKeys(masters.map((id) => ({ id, bytes: Buffer.alloc(32, id) })));
}

export interface World {
  readonly database: Database;
  readonly keys: Keys;
  readonly protection: ReturnType<typeof createProtection>;
  readonly sealKeys: ReturnType<typeof sealKeysOf>;
  /** Tenants that were woken, in order. */
  readonly woken: TenantId[];
  readonly waker: { wake(tenantId: TenantId): void };
  readonly clock: { now(): number };
}

export function worldOn(database: Database, keys: Keys = testKeys()): World {
  const woken: TenantId[] = [];
  return {
    database,
    keys,
    protection: createProtection(keys),
    sealKeys: sealKeysOf(generateKeyPairSync('ed25519').privateKey),
    woken,
    waker: { wake: (tenantId) => woken.push(tenantId) },
    clock: { now: () => Date.now() },
  };
}

export function contextOf(tenantId: TenantId, name = 'test'): Context {
  return {
    tenantId,
    timeZone: 'Asia/Shanghai',
    actor: { kind: 'system', name },
    clock: { now: () => Date.now() },
    ids,
    locale: 'zh',
  };
}

export type ThingId = Id<'thing'>;

/** Makes a thing with something in every column. */
export function makeThing(
  world: World,
  context: Context,
  thing: { id?: ThingId; commandId?: CommandId; name?: string; count?: number } = {},
): Promise<Outcome<{ id: ThingId; version: number }>> {
  const { tenantId } = context;
  const id = thing.id ?? ids.next<ThingId>();
  const { name = `thing ${id}`, count = 0 } = thing;
  const change: Change = {
    ...THINGS,
    id,
    kind: 'thing.made',
    set: {
      name,
      count,
      price: 12.5,
      day: '2026-11-22',
      at: '2026-11-22T08:00:00.123Z',
      place: { type: 'Point', coordinates: [113.2, 33.12345678901234] },
      tags: ['b', { a: null }],
    },
    protected: { secret: world.protection.protect(tenantId, 'things.secret', '13800138000') },
    derived: { words: "'thing':1" },
    details: { because: '测试' },
  };
  return command(world, context, {
    id: thing.commandId ?? ids.next<CommandId>(),
    name: 'things.make',
    body: { name, count },
    opening: [],
    decide: () => done({ answer: { id, version: 1 }, changes: [change] }),
    onConstraint: { things_name_key: { code: 'input.invalid', field: 'name' } },
  });
}

/** Adds to the count of a thing; refuses what would take it below zero. */
export function addToThing(
  world: World,
  context: Context,
  addition: { id: ThingId; by: number; version?: number; commandId?: CommandId },
): Promise<Outcome<{ count: number; version: number }>> {
  const { id, by, version: seen } = addition;
  return command(world, context, {
    id: addition.commandId ?? ids.next<CommandId>(),
    name: 'things.add',
    body: { id, by, version: seen },
    opening: [
      {
        sql:
          'select version, audit_head, count from things ' +
          'where tenant_id = $1 and thing_id = $2 for update',
        parameters: [context.tenantId, id],
      },
    ],
    decide: ([found]) => {
      const row = found?.rows[0];
      if (row === undefined) return refused({ code: 'request.not_found' });
      const before = { version: Number(row['version']), auditHead: String(row['audit_head']) };
      const present = { count: Number(row['count']) };
      const old = seen === undefined ? undefined : stale(seen, before, present);
      if (old !== undefined) return refused(old);
      const count = present.count + by;
      if (count < 0) return refused({ code: 'input.invalid', field: 'by' });
      return done({
        answer: { count, version: before.version + 1 },
        changes: [{ ...THINGS, id, before, kind: 'thing.added', set: { count } }],
      });
    },
  });
}
