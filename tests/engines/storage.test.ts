/** What goes in comes out, the same on both engines; and what the roles may see. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import { engines, useDatabase } from './engines.ts';
import { migrationsUpTo } from './migration-range.ts';

const first = '01890000-0000-7000-8000-000000000001' as TenantId;
const second = '01890000-0000-7000-8000-000000000002' as TenantId;

const plain = (sql: string, ...parameters: unknown[]): Statement => ({ sql, parameters });
const note = (tenantId: TenantId, number: number, text = 'a note'): Statement =>
  plain('insert into notes (tenant_id, number, text) values ($1, $2, $3)', tenantId, number, text);
const allNotes = plain('select tenant_id, number, text from notes order by tenant_id, number');

describe.each(engines)('storage on the %s engine', (engine) => {
  const database = useDatabase(engine, migrationsUpTo(9));

  beforeAll(async () => {
    await database().asOwner((transaction) =>
      transaction.script(`
        create table notes (
          tenant_id uuid not null,
          number integer not null,
          text text not null,
          primary key (tenant_id, number),
          constraint notes_text_not_empty check (text <> '')
        );
        call protect_tenant_table('notes');
        create table log (tenant_id uuid not null, number integer not null, primary key (tenant_id, number));
        call protect_tenant_table('log', 'select, insert');
        create table kinds (number integer primary key);
        call share_table('kinds');
        insert into kinds values (7);
      `),
    );
  });

  afterEach(async () => {
    for (const tenantId of [first, second]) {
      await database().write(tenantId, [plain('delete from notes')], async () => undefined);
    }
  });

  describe('values', () => {
    const one = async (sql: string, ...parameters: unknown[]): Promise<unknown> => {
      const [rows] = await database().readShared(plain(`select ${sql} as value`, ...parameters));
      return rows?.rows[0]?.['value'];
    };

    it.each([
      ['int8 as a number', `9007199254740991::int8`, 9_007_199_254_740_991],
      ['numeric as its text', '1.50::numeric', '1.50'],
      ['an instant in UTC', `'2026-11-22 16:00:00+08'::timestamptz`, '2026-11-22T08:00:00.000Z'],
      [
        'microseconds',
        `'2026-11-22 08:00:00.12345+00'::timestamptz`,
        '2026-11-22T08:00:00.123450Z',
      ],
      ['milliseconds', `'2026-11-22 08:00:00.5+00'::timestamptz`, '2026-11-22T08:00:00.500Z'],
      ['a day', `'2026-11-22'::date`, '2026-11-22'],
      ['infinity', `'infinity'::timestamptz`, 'infinity'],
      ['jsonb parsed', `'{"a": [1, null, "b"]}'::jsonb`, { a: [1, null, 'b'] }],
      ['truth', 'true', true],
      ['nothing', 'null::text', null],
      ['bytes', `'\\x00ff'::bytea`, new Uint8Array([0, 255])],
      [
        'an array of texts',
        `array['a', null, 'b"c,{}\\', 'NULL']`,
        ['a', null, 'b"c,{}\\', 'NULL'],
      ],
      [
        'an array of arrays',
        'array[[1, 2], [3, 4]]',
        [
          [1, 2],
          [3, 4],
        ],
      ],
      ['an array from zero', `'[0:1]={5,6}'::int[]`, [5, 6]],
      ['an empty array', 'array[]::uuid[]', []],
      ['Chinese', `'事项'`, '事项'],
    ])('gives %s', async (_what, sql, value) => {
      expect(await one(sql)).toEqual(value);
    });

    it('counts as a number', async () => {
      const [rows] = await database().readShared(plain('select count(*) as n from kinds'));
      expect(rows?.rows).toEqual([{ n: 1 }]);
    });

    it.each([
      ['text', 'text', 'a\'b"\\ 事'],
      ['bytea', 'bytea', new Uint8Array([1, 0, 255])],
      ['int8', 'int8', 123],
      ['boolean', 'boolean', false],
      ['jsonb', 'jsonb', { a: [1, { b: null }] }],
      ['text[]', 'text[]', ['a', null, 'NULL', '', 'x"y\\z,{}']],
      ['int8[]', 'int8[]', [1, 2]],
      ['nothing', 'text', null],
    ])('takes a %s and gives it back', async (_what, type, value) => {
      expect(await one(`$1::${type}`, value)).toEqual(value);
    });

    it('takes a Date as its instant', async () => {
      const at = new Date('2026-11-22T08:00:00.250Z');
      expect(await one('$1::timestamptz', at)).toBe('2026-11-22T08:00:00.250Z');
    });

    it('refuses an int8 that JavaScript would round', async () => {
      await expect(one('9007199254740993::int8')).rejects.toThrow(RangeError);
    });
  });

  describe('tenants', () => {
    it('keep their rows to themselves', async () => {
      await database().write(first, [note(first, 1)], async () => undefined);
      await database().write(second, [note(second, 2)], async () => undefined);
      const [mine] = await database().read(first, allNotes);
      expect(mine?.rows).toEqual([{ tenant_id: first, number: 1, text: 'a note' }]);
    });

    it('cannot write a row of another', async () => {
      const attempt = database().write(first, [note(second, 1)], async () => undefined);
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    });

    it('cannot change or delete a row of another', async () => {
      await database().write(second, [note(second, 1)], async () => undefined);
      const touched = await database().write(
        first,
        [plain(`update notes set text = 'changed'`), plain('delete from notes')],
        async (_transaction, opened) => opened.map((rows) => rows.affected),
      );
      expect(touched).toEqual([0, 0]);
    });

    it('are forgotten with the transaction: without one there are no rows and no inserts', async () => {
      await database().write(first, [note(first, 1)], async () => undefined);
      const [none] = await database().readShared(allNotes);
      expect(none?.rows).toEqual([]);
      await expect(database().readShared(note(first, 2))).rejects.toMatchObject({ code: '25006' });
    });

    it('have no right that their table does not give', async () => {
      await database().write(
        first,
        [plain('insert into log values ($1, 1)', first)],
        async () => undefined,
      );
      const attempt = database().write(first, [plain('delete from log')], async () => undefined);
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    });

    it('read what is shared and cannot write it', async () => {
      const [kinds] = await database().read(first, plain('select number from kinds'));
      expect(kinds?.rows).toEqual([{ number: 7 }]);
      const attempt = database().write(
        first,
        [plain('insert into kinds values (8)')],
        async () => undefined,
      );
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    });

    it('are nothing to the role of the accounts', async () => {
      const attempt = database().asAccounts((transaction) => transaction.run(allNotes));
      await expect(attempt).rejects.toMatchObject({ code: '42501' });
    });
  });

  describe('transactions', () => {
    it('commit when the body returns', async () => {
      await database().write(first, [], async (transaction) => {
        await transaction.run(note(first, 1), note(first, 2));
      });
      const [found] = await database().read(first, allNotes);
      expect(found?.rows).toHaveLength(2);
    });

    it('leave nothing when the body throws', async () => {
      const attempt = database().write(first, [note(first, 1)], async () => {
        throw new Error('changed my mind');
      });
      await expect(attempt).rejects.toThrow('changed my mind');
      const [found] = await database().read(first, allNotes);
      expect(found?.rows).toEqual([]);
    });

    it('commit in the flight of the last statements, and end there', async () => {
      await database().write(first, [], async (transaction) => {
        const [inserted] = await transaction.runAndCommit(note(first, 1));
        expect(inserted?.affected).toBe(1);
        await expect(transaction.run(note(first, 2))).rejects.toMatchObject({ code: 'LX003' });
      });
      const [found] = await database().read(first, allNotes);
      expect(found?.rows).toHaveLength(1);
    });

    it('do not commit when a swallowed error has failed them', async () => {
      const attempt = database().write(first, [note(first, 1)], async (transaction) => {
        await transaction.run(note(first, 1)).catch(() => undefined);
      });
      await expect(attempt).rejects.toMatchObject({ code: 'LX002' });
    });

    it('tell the fields of an error', async () => {
      const twice = database().write(
        first,
        [note(first, 1), note(first, 1)],
        async () => undefined,
      );
      await expect(twice).rejects.toMatchObject({
        name: 'DatabaseError',
        code: '23505',
        constraint: 'notes_pkey',
        table: 'notes',
      });
      const empty = database().write(first, [note(first, 1, '')], async () => undefined);
      await expect(empty).rejects.toMatchObject({
        code: '23514',
        constraint: 'notes_text_not_empty',
      });
      // A tenant is never told the values of a row that stands in the way: it may be another's.
      const kinds = database().asOwner((transaction) =>
        transaction.run(plain('insert into kinds values (7)')),
      );
      await expect(kinds).rejects.toMatchObject({
        code: '23505',
        detail: 'Key (number)=(7) already exists.',
      });
    });

    it('stop at the first error: what was sent behind it is not run', async () => {
      const attempt = database().write(first, [], async (transaction) => {
        await transaction.runAndCommit(note(first, 1, ''), note(first, 2));
      });
      await expect(attempt).rejects.toMatchObject({ code: '23514' });
      const [found] = await database().read(first, allNotes);
      expect(found?.rows).toEqual([]);
    });

    it('see one snapshot over several reads', async () => {
      const [before, after] = await database().read(
        first,
        plain('select pg_current_snapshot()::text as snapshot'),
        plain('select pg_current_snapshot()::text as snapshot'),
      );
      expect(after?.rows).toEqual(before?.rows);
    });

    it('refuse to read outside themselves instead of waiting for ever', async () => {
      const attempt = database().write(first, [], async () => {
        await database().read(first, allNotes);
      });
      await expect(attempt).rejects.toMatchObject({ code: 'LX004' });
      await expect(database().read(first, allNotes)).resolves.toHaveLength(1);
    });

    it('take turns when many come at once', async () => {
      const numbers = Array.from({ length: 40 }, (_, number) => number);
      await Promise.all(
        numbers.map((number) =>
          database().write(first, [note(first, number)], async () => undefined),
        ),
      );
      const [found] = await database().read(first, allNotes);
      expect(found?.rows.map((row) => row['number'])).toEqual(numbers);
    });
  });

  describe('locks and calls', () => {
    it('hold a named lock for one at a time', async () => {
      const inner = await database().whileLocked('relay', () =>
        database().whileLocked('relay', async () => 'never'),
      );
      expect(inner).toBeUndefined();
      expect(await database().whileLocked('relay', async () => 'again')).toBe('again');
    });

    it('hold different names at once', async () => {
      const inner = await database().whileLocked('one', () =>
        database().whileLocked('other', async () => 'both'),
      );
      expect(inner).toBe('both');
    });

    it('hear what is called out, until they end it', async () => {
      const heard: string[] = [];
      let hear: (payload: string) => void = () => undefined;
      const next = (): Promise<void> => new Promise((resolve) => (hear = () => resolve()));
      const end = await database().listen('outbox', (payload) => {
        heard.push(payload);
        hear(payload);
      });
      const called = next();
      await database().notify('outbox', 'tenant one');
      await called;
      await end();
      await database().notify('outbox', 'tenant two');
      expect(heard).toEqual(['tenant one']);
    });

    it('say that they are well', async () => {
      expect(await database().healthy()).toBe(true);
    });
  });
});
