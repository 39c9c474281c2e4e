/**
 * `lianxin init`: a tenant that holds nothing but its areas, the default
 * catalogue and its first administrators. There are two, because who founds
 * organisations never gives out posts (GB/T 22239: separate administrators).
 */
import type { Installation } from '#apps/server/services.ts';
import { systemContext } from '#apps/server/work.ts';
import { foundUnit, sure } from '#demo/founding.ts';
import {
  createAccess,
  makeAccount,
  makeSignInLink,
  tenantsTable,
} from '#features/access/server/public.ts';
import { installCatalogue } from '#features/matters/server/public.ts';
import { appointmentSource } from '#features/organisations/server/public.ts';
import { copyDivisions, divisionsImporter } from '#features/places/server/public.ts';
import { divisionCode } from '#kernel/codes/index.ts';
import type { Context } from '#kernel/context.ts';
import type { AreaId, PersonId, TenantId } from '#kernel/ids.ts';
import { legalDay } from '#kernel/period.ts';
import type { Role } from '#kernel/role.ts';
import { readConfig } from '#platform/config/config.ts';
import { allTenants, createTenant } from '#platform/tenants/tenants.ts';
import { Ended, EXIT, type Exit } from './exit.ts';
import { withInstallation } from './open.ts';
import type { Speaker } from './say.ts';

export interface InitOptions {
  readonly tenant: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly division?: string;
  readonly timeZone: string;
  readonly systemAdministrator?: string;
  readonly securityAdministrator?: string;
  readonly json?: boolean;
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const MADE_BY = 'system:init';

export async function init(speaker: Speaker, options: InitOptions): Promise<Exit> {
  if (!SLUG.test(options.tenant))
    throw new Ended('error.slug', { values: { slug: options.tenant } });
  if (!isTimeZone(options.timeZone))
    throw new Ended('error.time_zone', { values: { zone: options.timeZone } });
  const division = options.division === undefined ? undefined : divisionCode(options.division);
  if (division?.ok === false)
    throw new Ended('error.division', { values: { reason: speaker.reason(division.refusal) } });
  return withInstallation(async (installation) => {
    const { services } = installation;
    const known = await allTenants(services.database);
    if (known.some(({ slug }) => slug === options.tenant))
      throw new Ended('error.slug_taken', { values: { slug: options.tenant } });
    const context = await makeTenant(installation, options, division?.value.code ?? null);
    const links = await administrators(speaker, installation, context, options);
    tell(speaker, options, links);
    return EXIT.done;
  });
}

async function makeTenant(
  installation: Installation,
  options: InitOptions,
  code: string | null,
): Promise<Context> {
  const { services } = installation;
  const tenantId = services.ids.next<TenantId>();
  const { timeZone, name, nameEn = '' } = options;
  await createTenant(services.database, {
    tenantId,
    slug: options.tenant,
    name,
    nameEn,
    timeZone,
    demonstration: false,
    divisionCode: code,
    createdAt: new Date(services.clock.now()).toISOString(),
  });
  const context = systemContext(installation, { tenantId, timeZone }, 'init');
  // Without rows the area at the top alone is made.
  if (code === null)
    await divisionsImporter.write(services, context, [], { dryRun: false, accepted: new Set() });
  else await copyDivisions(services, context, [code]);
  await sure(installCatalogue(services, context));
  return context;
}

interface Link {
  readonly name: string;
  readonly role: Role;
  readonly signInName: string;
  readonly address: string;
  readonly expiresAt: string;
}

async function administrators(
  speaker: Speaker,
  { services }: Installation,
  context: Context,
  options: InitOptions,
): Promise<readonly Link[]> {
  const tenants = tenantsTable(services);
  const access = createAccess(services, { appointments: appointmentSource, tenants });
  const system = speaker.say('init.system_administrator');
  const security = speaker.say('init.security_administrator');
  const { posts } = await foundUnit(
    services,
    context,
    {
      name: options.name,
      kind: 'government',
      area: await topArea(services, context),
      posts: [
        {
          title: system,
          roles: ['system_admin'],
          rank: 1,
          holder: options.systemAdministrator ?? system,
        },
        {
          title: security,
          roles: ['security_admin'],
          rank: 1,
          holder: options.securityAdministrator ?? security,
        },
      ],
    },
    legalDay(services.clock.now(), context.timeZone),
  );
  const origin = `http://localhost:${readConfig(process.env).port}`;
  const links: Link[] = [];
  for (const { personId, name, grants } of posts) {
    const account = await sure(
      makeAccount(access, {
        tenantId: context.tenantId,
        personId: personId as PersonId,
        madeBy: MADE_BY,
      }),
    );
    const { token, expiresAt } = await makeSignInLink(access, account.accountId, MADE_BY);
    links.push({
      name,
      role: grants[0]?.role ?? 'system_admin',
      signInName: account.signInName,
      address: `${origin}/desk#token=${token}`,
      expiresAt,
    });
  }
  return links;
}

async function topArea({ database }: Installation['services'], { tenantId }: Context) {
  const [found] = await database.read(tenantId, {
    sql: `select area_id, area_path from areas
      where tenant_id = $1 and parent_area_id is null order by area_path limit 1`,
    parameters: [tenantId],
  });
  const row = found?.rows[0];
  if (row === undefined) throw new Error('a new tenant has no area');
  return { areaId: row['area_id'] as AreaId, areaPath: row['area_path'] as string };
}

function tell({ say }: Speaker, options: InitOptions, links: readonly Link[]): void {
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ tenant: options.tenant, administrators: links })}\n`);
    return;
  }
  const lines = [
    say('init.done', { name: options.name, tenant: options.tenant }),
    say('init.links'),
    ...links.map(({ name, signInName, address }) =>
      say('init.link', { name, signInName, address }),
    ),
    say('init.next'),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (fault) {
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}
