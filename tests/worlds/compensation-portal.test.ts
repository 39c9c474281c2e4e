/** What residents type into the calculator stands nowhere afterwards; what is wrong is told at its field. */
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAccess, tenantsTable } from '#features/access/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import { createApp } from '#platform/http/app.ts';
import { engines, START_LIMIT, useDatabase } from '#tests/engines/engines.ts';
import { fingerprint } from '#tests/probes/fingerprint.ts';
import { routesOf } from '#tests/probes/routes.ts';
import { Caller } from './caller.ts';
import { type District, foundDistrict } from './district.ts';
import { foundRelocationOffice, published } from './relocation.ts';
import { WHOLE } from './schemes.ts';

/** Fields in the order of the scheme's facts: area, members, location, signing, moving, allowance, trees. */
const TYPED = {
  ...{ f0: '97.31', f1: '3', f2: '一类', f3: '2024-03-20T17:30', f4: '2024-05-31', f5: '否' },
  ...{ f6rows: '2', f6r0c0: '果树', f6r0c1: '3' },
};

describe.each(engines.slice(-1))('the public calculator on the %s engine', (engine) => {
  const database = useDatabase(engine);
  const logged: string[] = [];
  let world: District;
  let app: FastifyInstance;
  beforeAll(async () => {
    world = await foundDistrict(database());
    const office = await foundRelocationOffice(world);
    await published(world, office, { text: JSON.stringify({ ...WHOLE, id: 'whole' }) });
    const { services } = world;
    const tenants = tenantsTable(services);
    const access = createAccess(services, { appointments: appointmentSource, tenants });
    const lines = new Writable({
      write: (chunk, _encoding, done) => {
        logged.push(String(chunk));
        done();
      },
    });
    app = await createApp(services, {
      routes: routesOf(access),
      sessions: { findSession: async () => undefined },
      tenants,
      version: '0',
      checkAnswers: true,
      publicCommandsPerMinute: 1_000,
      logger: pino({ level: 'trace' }, lines),
    });
  }, START_LIMIT);

  const send = (below: string, body: unknown) =>
    new Caller(app).send('POST', `/t/${world.slug}/compensation/whole/${below}`, body);
  const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it('answers with every choice and stores, logs and sets nothing', async () => {
    const before = await fingerprint(world.services.database, world.tenantId);
    const { status, text, headers } = await send('calculate', TYPED);
    expect(status).toBe(200);
    // 97.31 m² at 8,200 yuan, in money alone.
    expect(textOf(text)).toContain('房屋 补偿 货币 797,942.00 住房 不适用');
    const file = await send('file', TYPED);
    expect([file.status, file.text.includes('"面积":"97.31"')]).toEqual([200, true]);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(await fingerprint(world.services.database, world.tenantId)).toEqual(before);
    expect(logged.filter((line) => line.includes('97.31'))).toEqual([]);
  });

  it('tells what is wrong at its field, works out the rest, and gives no file of it', async () => {
    const wrong = { ...TYPED, f0: '-1', f1: '三个', f6r0c1: '2.5' };
    for (const below of ['calculate', 'file']) {
      const { status, text } = await send(below, wrong);
      expect(status).toBe(422);
      const said = textOf(text);
      expect(said).toContain('“面积”为 -1，低于允许的 0 ㎡。');
      expect(said).toContain('“人口”不是数字：三个');
      expect(said).toContain('“株数”最多 0 位小数：2.5');
      expect(text).toContain('id="f6r0c1-error"');
      expect(text).toContain('value="三个"');
      expect(said).toContain('还不能得出合计');
      expect(said).toContain('还缺：');
    }
  });

  it('takes an empty form, absurd fields and hundreds of rows without a fault', async () => {
    const bodies = [
      {},
      { f0: '9'.repeat(5_000) },
      { f6rows: '1000000', f6r39c1: '4' },
      { f6rows: '-3', f6none: 'yes', nobody: ['a', 'b'] },
      { f3: '2024-02-30T99:99', f4: '<script>alert(1)</script>' },
    ];
    for (const body of bodies) {
      const { status, text } = await send('calculate', body);
      expect([200, 422]).toContain(status);
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('NaN');
    }
  });

  it('shows the document to the letter, and nothing under a name that is none', async () => {
    const get = (below: string) => new Caller(app).get(`/t/${world.slug}/compensation${below}`);
    const document = await get('/whole/document');
    expect(document.body).toMatchObject({ id: 'whole', format: 'lianxin-scheme/1' });
    for (const below of ['/nothing', '/whole?version=7', '/nothing/calculate', '/whole/else'])
      expect([below, (await get(below)).status]).toEqual([below, 404]);
  });
});
