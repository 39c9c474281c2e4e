/** Tries one endpoint as everybody who must not reach it, then as the one whom it is meant for. */
import { expect, it } from 'vitest';
import type { Endpoint } from '#kernel/endpoint.ts';
import { ROLES, type Role } from '#kernel/role.ts';
import type { Answered, Caller } from '#tests/worlds/caller.ts';
import { fingerprint, idsOf, idsOutside, UUID } from './fingerprint.ts';
import type { Aim, Probe } from './probe.ts';
import type { ProbeWorld } from './probe-world.ts';

export function probeEndpoint(endpoint: Endpoint, probe: Probe, world: () => ProbeWorld): void {
  const { audience } = endpoint;
  if (audience === 'wall') {
    probeWall(endpoint, probe, world);
    return;
  }
  if (audience !== 'public') {
    it('refuses who is not signed in', async () => {
      const answer = await shoot(world().anonymous(), endpoint, await probe.aim(world()));
      expect(answer).toMatchObject({ status: 401, body: { code: 'access.sign_in_required' } });
    });
    it('refuses who has not given the second factor', async () => {
      const caller = world().as(roleOf(endpoint, probe), 'here', 'district', false);
      const answer = await shoot(caller, endpoint, await probe.aim(world()));
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'access.second_factor_required' },
      });
    });
    it('shows and changes nothing of another tenant', () =>
      tryFromOtherTenant(endpoint, probe, world()));
  }
  if (audience === 'public' && endpoint.path.includes(':tenant')) {
    it('shows and changes nothing of another place', () =>
      tryFromOtherPublic(endpoint, probe, world()));
    it('tells nobody who reported', async () => {
      const answer = await shoot(world().anonymous(), endpoint, await probe.aim(world()));
      const { name, phone } = world().matter;
      expect([answer.text.includes(name), answer.text.includes(phone)]).toEqual([false, false]);
    });
  }
  if (Array.isArray(audience)) {
    it('refuses every role it is not for', async () => {
      for (const role of ROLES.filter((each) => !audience.includes(each))) {
        const caller = world().as(role, 'here', 'district');
        const answer = await shoot(caller, endpoint, await probe.aim(world()));
        expect([role, answer.status, answer.body['code']]).toEqual([
          role,
          403,
          'access.not_allowed',
        ]);
      }
    });
  }
  if (probe.reach === 'area') {
    it('shows and changes nothing of another area', () =>
      tryFromOtherArea(endpoint, probe, world()));
  }
  it('refuses a command that another site sends along', async () => {
    if (endpoint.kind !== 'command') return;
    const aim = await probe.aim(world());
    const caller =
      audience === 'public'
        ? world().anonymous()
        : world().as(roleOf(endpoint, probe), 'here', 'district');
    const answer = await shoot(caller, endpoint, aim, { 'sec-fetch-site': 'cross-site' });
    // A page says it in words, everything else by code.
    expect(answer.status).toBe(403);
    expect(answer.body['code'] ?? 'access.not_allowed').toBe('access.not_allowed');
  });
  if (probe.notTriedAsMeant === undefined) {
    it('answers the one whom it is meant for', () => tryAsMeant(endpoint, probe, world()));
  }
}

/** For the screens of walls alone: no person, whatever the role, is taken for one. */
function probeWall(endpoint: Endpoint, probe: Probe, world: () => ProbeWorld): void {
  it('refuses who has no paired screen, whatever their role', async () => {
    const aim = await probe.aim(world());
    const callers = [
      world().anonymous(),
      ...ROLES.map((role) => world().as(role, 'here', 'district')),
    ];
    for (const caller of callers) {
      const answer = await shoot(caller, endpoint, aim);
      expect(answer).toMatchObject({ status: 401, body: { code: 'access.sign_in_required' } });
    }
  });
  if (probe.notTriedAsMeant !== undefined) return;
  it('answers a wall, with areas of its own and no other identifier', async () => {
    const { database, here, there, wall } = world();
    const answer = await shoot(world().asWall(), endpoint, await probe.aim(world()));
    expect(answer.status).toBe(200);
    const own = new Set<string>([wall.wallId, ...(await areasWithin(world()))]);
    const categories = new Set<string>(Object.values(here.categories));
    const said = (answer.text.match(UUID) ?? []).filter(
      (id) => !own.has(id) && !categories.has(id),
    );
    expect(said).toEqual([]);
    const secret = await idsOf(database, there.tenantId);
    expect(shown(answer, secret, {})).toEqual([]);
  });
}

async function areasWithin({ database, here }: ProbeWorld): Promise<readonly string[]> {
  const [found] = await database.read(here.tenantId, {
    sql: 'select area_id from areas where tenant_id = $1 and area_path >= $2 and area_path < $3',
    parameters: [here.tenantId, here.areas.north.areaPath, `${here.areas.north.areaPath}~`],
  });
  return (found?.rows ?? []).map((row) => String(row['area_id']));
}

export async function tryFromOtherTenant(endpoint: Endpoint, probe: Probe, world: ProbeWorld) {
  const aim = await probe.aim(world);
  const before = await fingerprint(world.database, world.here.tenantId);
  const secret = await idsOf(world.database, world.here.tenantId);
  for (const role of rolesFor(endpoint)) {
    const answer = await shoot(world.as(role, 'there', 'district'), endpoint, aim);
    expect(answer.status).toBeLessThan(500);
    expect(shown(answer, secret, aim)).toEqual([]);
    if (namesSomething(aim) && probe.reach !== 'own') expect(answer.status >= 400).toBe(true);
  }
  expect(await fingerprint(world.database, world.here.tenantId)).toEqual(before);
}

export async function tryFromOtherArea(endpoint: Endpoint, probe: Probe, world: ProbeWorld) {
  const aim = await probe.aim(world);
  const { tenantId, areas } = world.here;
  const before = await fingerprint(world.database, tenantId);
  const secret = await idsOutside(world.database, tenantId, areas.south.areaPath);
  for (const role of rolesFor(endpoint)) {
    const answer = await shoot(world.as(role, 'here', 'south'), endpoint, aim);
    expect(answer.status).toBeLessThan(500);
    expect(shown(answer, secret, aim)).toEqual([]);
    const aimed = namesSomething(aim) || endpoint.kind === 'command';
    if (aimed) expect([role, answer.status >= 400]).toEqual([role, true]);
  }
  expect(await fingerprint(world.database, tenantId)).toEqual(before);
}

async function tryAsMeant(endpoint: Endpoint, probe: Probe, world: ProbeWorld) {
  const caller =
    endpoint.audience === 'public'
      ? world.anonymous()
      : world.as(roleOf(endpoint, probe), 'here', 'district');
  const answer = await shoot(caller, endpoint, await probe.aim(world));
  const meant = probe.meant ?? (({ status }) => status === 200);
  expect([meant(answer), answer.status, answer.body['code']]).toEqual([
    true,
    answer.status,
    answer.body['code'],
  ]);
}

/** True where the address names a thing by its id. */
function namesSomething({ params = {} }: Aim): boolean {
  return Object.values(params).some((value) => value.match(UUID) !== null);
}

/** The public of another place: nothing of the probed one is shown or changed. */
async function tryFromOtherPublic(endpoint: Endpoint, probe: Probe, world: ProbeWorld) {
  const aim = await probe.aim(world);
  const params = { ...aim.params, tenant: world.there.slug };
  const before = await fingerprint(world.database, world.here.tenantId);
  const secret = await idsOf(world.database, world.here.tenantId);
  const answer = await shoot(world.anonymous(), endpoint, { ...aim, params });
  expect(answer.status).toBeLessThan(500);
  expect(shown(answer, secret, aim)).toEqual([]);
  expect(await fingerprint(world.database, world.here.tenantId)).toEqual(before);
}

/** Identifiers in the answer that the caller must not learn; those that were asked with are known. */
function shown(answer: Answered, secret: ReadonlySet<string>, aim: Aim): readonly string[] {
  const asked = new Set(JSON.stringify(aim).match(UUID) ?? []);
  const said = new Set(answer.text.match(UUID) ?? []);
  return [...said].filter((id) => secret.has(id) && !asked.has(id));
}

function rolesFor({ audience }: Endpoint): readonly Role[] {
  return Array.isArray(audience) ? audience : ['intake', 'handler', 'system_admin'];
}

function roleOf(endpoint: Endpoint, probe: Probe): Role {
  return probe.role ?? rolesFor(endpoint)[0] ?? 'intake';
}

export function shoot(
  caller: Caller,
  { method, path, kind }: Endpoint,
  { params = {}, query = {}, body }: Aim,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`the probe of ${path} does not say ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(query).toString();
  const url = search === '' ? filled : `${filled}?${search}`;
  const id = kind === 'command' ? { 'idempotency-key': crypto.randomUUID() } : {};
  return caller.send(method, url, body ?? (method === 'GET' ? undefined : {}), {
    ...id,
    ...headers,
  });
}
