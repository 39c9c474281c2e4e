/** Schemes at the desk: all of the own areas, one with its versions, one version with its text. */
import { sql } from 'kysely';
import { type Context, grantsOf } from '#kernel/context.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import { areaCondition } from '#platform/scope/area-condition.ts';
import type { Services } from '#platform/services.ts';
import type { getScheme, getVersion, listSchemes, SchemeLine } from '../contract.ts';
import { holdsOver, SCHEME_WRITERS } from '../rules/publication/steps.ts';
import { statementSigner } from './statement-key.ts';
import {
  areaOf,
  headOf,
  readableVersions,
  selectVersions,
  steppingBy,
  type VersionRow,
  versionsOf,
  versionWithText,
} from './version-rows.ts';

/** A place has a handful of schemes; a list beyond this is cut, the newest stay. */
const MOST = 500;

export async function schemes(
  services: Services,
  context: Context,
): Promise<Outcome<Answer<typeof listSchemes>>> {
  const { tenantId } = context;
  const newest = sql`v.number = (select max(w.number) from scheme_versions w
    where w.tenant_id = ${tenantId} and w.scheme_id = v.scheme_id)`;
  const where = sql`${readableVersions(context)}
    and (v.state in ('draft', 'submitted', 'published') or ${newest})
    order by v.saved_at desc, v.version_id limit ${MOST}`;
  const [found, areas] = await services.database.read(
    tenantId,
    compile(selectVersions(tenantId, where)),
    writableAreas(context),
  );
  const by = steppingBy(context);
  const byScheme = Map.groupBy(versionsOf(found), ({ schemeId }) => schemeId);
  return done({
    schemes: [...byScheme.values()].map((versions) => lineOf(versions, by)),
    areas: rowsAs<SchemeLine['area']>(areas),
    fingerprint: statementSigner(services, tenantId).fingerprint,
  });
}

/** Areas for which a scheme is usually made: those of the own posts and the level below. */
function writableAreas({ tenantId, actor }: Context): Statement {
  const writing = grantsOf(actor).filter(({ role }) =>
    (SCHEME_WRITERS as readonly string[]).includes(role),
  );
  return compile(sql`
    select a.area_id, a.name, a.name_en from areas a
    where a.tenant_id = ${tenantId} and a.to_day is null and a.kind <> 'zone'
      and ${areaCondition('a.area_path', writing)}
    order by length(a.area_path), a.area_path limit ${MOST}`);
}

function lineOf(versions: readonly VersionRow[], by: ReturnType<typeof steppingBy>): SchemeLine {
  const byNumber = versions.toSorted((a, b) => b.number - a.number);
  const [newest] = byNumber;
  if (newest === undefined) throw new Error('a scheme has versions');
  const current = byNumber.find(({ state }) => state === 'published');
  const open = byNumber.find(({ state }) => state === 'draft' || state === 'submitted');
  const titled = [current, ...byNumber].find((one) => one !== undefined && one.title !== null);
  return {
    schemeId: newest.schemeId,
    area: areaOf(newest),
    code: newest.schemeCode,
    title:
      titled === undefined || titled.title === null
        ? null
        : { zh: titled.title, en: titled.titleEn },
    current: current === undefined ? null : headOf(current, by),
    open: open === undefined ? null : headOf(open, by),
    versions: newest.number,
  };
}

export async function scheme(
  services: Services,
  context: Context,
  { params }: CommandInput<typeof getScheme>,
): Promise<Outcome<Answer<typeof getScheme>>> {
  const { tenantId } = context;
  const where = sql`${readableVersions(context)} and v.scheme_id = ${params.schemeId}
    order by v.number desc`;
  const [found] = await services.database.read(tenantId, compile(selectVersions(tenantId, where)));
  const versions = versionsOf(found);
  const [newest] = versions;
  if (newest === undefined) return refused({ code: 'scheme.unknown' });
  const by = steppingBy(context);
  const line = lineOf(versions, by);
  return done({
    scheme: line,
    versions: versions.map((version) => headOf(version, by)),
    mayBegin: line.open === null && holdsOver(by.grants, newest.areaPath, SCHEME_WRITERS),
  });
}

export async function version(
  services: Services,
  context: Context,
  { params }: CommandInput<typeof getVersion>,
): Promise<Outcome<Answer<typeof getVersion>>> {
  const row = await versionWithText(services, context, params.versionId);
  if (row === undefined) return refused({ code: 'scheme.unknown' });
  return done({ ...headOf(row, steppingBy(context)), text: row.body, area: areaOf(row) });
}
