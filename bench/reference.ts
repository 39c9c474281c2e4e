/**
 * The references: bare Fastify handlers that send the same statements.
 * `/bare/…` without anything around them: on a server a plain `pg` pool of the
 * owner (whom row-level security does not hold), embedded the same worker driver.
 * `/frame/…` in the frame of a tenant: begin, set_tenant, commit, one flight.
 */
import Fastify from 'fastify';
import pg from 'pg';
import type { TenantId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Ground } from './database.ts';
import { slug } from './workloads.ts';

export interface Reference {
  readonly origin: string;
  close(): Promise<void>;
}

export interface Referred {
  readonly tenantId: TenantId;
  readonly reads: Readonly<Record<string, readonly Statement[]>>;
  readonly insert: () => Statement;
}

export async function startReference(ground: Ground, referred: Referred): Promise<Reference> {
  const { database } = ground;
  const { tenantId, reads, insert } = referred;
  const bare = bareOf(ground);
  const app = Fastify({ logger: false });
  for (const [name, statements] of Object.entries(reads)) {
    const path = slug(name);
    app.get(`/bare/${path}`, async () => bare.send(statements));
    app.get(`/frame/${path}`, async () =>
      (await database.read(tenantId, ...statements)).map(({ rows }) => rows),
    );
  }
  app.post('/bare/create', async () => bare.send([insert()]));
  app.post('/frame/create', async () => {
    await database.write(tenantId, [insert()], async () => undefined);
    return {};
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    origin,
    close: async () => {
      await app.close();
      await bare.close();
    },
  };
}

interface Bare {
  send(statements: readonly Statement[]): Promise<unknown>;
  close(): Promise<void>;
}

function bareOf({ database, url }: Ground): Bare {
  if (url === undefined) {
    return {
      send: (statements) =>
        database.borrow('owner', async (connection) =>
          (await connection.flight(statements)).map(({ rows }) => rows),
        ),
      close: async () => undefined,
    };
  }
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  return {
    send: async (statements) => {
      const answers: unknown[] = [];
      for (const { sql, parameters } of statements) {
        answers.push((await pool.query(sql, [...parameters])).rows);
      }
      return answers;
    },
    close: () => pool.end(),
  };
}
