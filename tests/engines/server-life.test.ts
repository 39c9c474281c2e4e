/** The server's roles, locks and listeners when passwords change and connections break. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { openServer } from '#platform/database/server/open-server.ts';
import { engines, START_LIMIT } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';
import { freshServerDatabase } from './server-engine.ts';

const migrations = migrationsUpTo(9);

describe.runIf(engines.includes('server'))('the database server', () => {
  let database: Database;
  let url: string;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ database, url, drop } = await freshServerDatabase(migrations));
  }, START_LIMIT);
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const asOwner = async (sql: string): Promise<void> => {
    await database.asOwner((transaction) => transaction.run({ sql, parameters: [] }));
  };
  const who = { sql: 'select current_user as me, session_user as login', parameters: [] };

  it('sees each role sign in for itself', async () => {
    const [app] = await database.readShared(who);
    expect(app?.rows).toEqual([{ me: 'lianxin_app', login: 'lianxin_app' }]);
    const [accounts] = await database.asAccounts((transaction) => transaction.run(who));
    expect(accounts?.rows).toEqual([{ me: 'lianxin_auth', login: 'lianxin_auth' }]);
  });

  it('gives the application no way to become another role', async () => {
    const change = (sql: string) => database.readShared({ sql, parameters: [] });
    await expect(change('set local role owner')).rejects.toMatchObject({ code: '42501' });
    const [, still] = await database.readShared({ sql: 'reset role', parameters: [] }, who);
    expect(still?.rows).toEqual([{ me: 'lianxin_app', login: 'lianxin_app' }]);
  });

  it('keeps no password that could be read', async () => {
    const [found] = await database.asOwner((transaction) =>
      transaction.run({
        sql: `select rolpassword as kept from pg_authid where rolname = 'lianxin_app'`,
        parameters: [],
      }),
    );
    expect(found?.rows[0]?.['kept']).toMatch(/^SCRAM-SHA-256\$4096:/);
  });

  it('refuses a wrong password', async () => {
    const address = new URL(url);
    address.username = 'lianxin_app';
    address.password = 'guessed';
    const client = new pg.Client({ connectionString: address.href });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('tells who holds a lock that its connection broke, and lets go of it', async () => {
    const outcome = await database.whileLocked('relay', async (lost) => {
      const told = new Promise<string>((resolve) => {
        lost.addEventListener('abort', () => resolve('told'));
      });
      await asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'lianxin locks' and datname = current_database()`,
      );
      return told;
    });
    expect(outcome).toBe('told');
    expect(await database.whileLocked('relay', async () => 'again')).toBe('again');
  });

  it('shares its locks between processes', async () => {
    const passwords = { app: 'testingapp', accounts: 'testingaccounts' };
    const other = await openServer({ url, migrations, passwords });
    try {
      const inner = await database.whileLocked('sweep', () =>
        other.whileLocked('sweep', async () => 1),
      );
      expect(inner).toBeUndefined();
      expect(await other.whileLocked('sweep', async () => 2)).toBe(2);
    } finally {
      await other.close();
    }
  });

  it('hears calls again after its listening connection broke', async () => {
    let called: (payload: string) => void = () => undefined;
    const end = await database.listen('outbox', (payload) => called(payload));
    await asOwner(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'lianxin listening' and datname = current_database()`,
    );
    const heard = new Promise<string>((resolve) => (called = resolve));
    // Until the listener has come back, a call goes unheard: callers poll, and so does this test.
    const calling = setInterval(() => {
      database.notify('outbox', 'tenant').catch(() => undefined);
    }, 100);
    try {
      expect(await heard).toBe('tenant');
    } finally {
      clearInterval(calling);
      await end();
    }
  });

  it('fails a transaction whose connection breaks, and the next one works', async () => {
    const broken = database.asAccounts(async (transaction) => {
      const [me] = await transaction.run({ sql: 'select pg_backend_pid() as pid', parameters: [] });
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('select pg_terminate_backend($1)', [me?.rows[0]?.['pid']]);
      await client.end();
      await transaction.run(who);
    });
    await expect(broken).rejects.toMatchObject({ name: 'DatabaseError' });
    const [next] = await database.asAccounts((transaction) => transaction.run(who));
    expect(next?.rows).toHaveLength(1);
  });
});
