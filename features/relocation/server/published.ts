/** What residents are shown of schemes: those that hold, every version that was public, and files to keep. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile, rowsAs } from '#platform/database/query.ts';
import type { Services } from '#platform/services.ts';
import { checkText } from '../rules/check/check-text.ts';
import type { Voice } from '../rules/explain/say.ts';
import { ONCE_PUBLIC, type VersionState } from '../rules/publication/steps.ts';
import type { RawFacts } from '../rules/scheme/document.ts';
import { Calculator } from '../rules/statement.ts';
import { type ReadyScheme, statementPage } from './statement/page.ts';
import { statementFingerprints, statementSigner } from './statement-key.ts';

export interface PublicVersion {
  readonly code: string;
  readonly label: string;
  readonly state: VersionState;
  readonly title: { readonly zh: string; readonly en: string | null };
  readonly digest: string;
  readonly publishedAt: string;
  /** Since when it holds no longer. */
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly areaName: string;
  readonly areaNameEn: string;
}

/** The schemes that hold now, by area and title. */
export async function publishedSchemes(
  { database }: Pick<Services, 'database'>,
  context: Context,
): Promise<readonly PublicVersion[]> {
  const { tenantId } = context;
  const [found] = await database.read(
    tenantId,
    compile(sql`
      ${selectPublic(context)} and v.state = 'published'
      order by a.area_path, v.title, v.version_id limit 200`),
  );
  return rowsAs<PublicRow>(found).map(publicVersion);
}

export interface PublishedScheme {
  readonly version: PublicVersion;
  /** All that were public, the newest first. */
  readonly versions: readonly PublicVersion[];
  /** The document as it was published, to the character. */
  readonly text: string;
  readonly ready: ReadyScheme;
}

/**
 * One published scheme ready to be calculated with.
 * @param label its version; the one that holds unless said, else the newest that did
 */
export async function publishedScheme(
  { database }: Pick<Services, 'database'>,
  context: Context,
  { code, label }: { readonly code: string; readonly label: string | undefined },
): Promise<Outcome<PublishedScheme>> {
  const [found] = await database.read(
    context.tenantId,
    compile(sql`${selectPublic(context)} and s.code = ${code} order by v.number desc`),
  );
  const rows = rowsAs<PublicRow>(found);
  const wanted =
    label === undefined
      ? (rows.find(({ state }) => state === 'published') ?? rows[0])
      : rows.find((row) => row.label === label);
  if (wanted === undefined) return refused({ code: 'scheme.unknown' });
  return done({
    version: publicVersion(wanted),
    versions: rows.map(publicVersion),
    text: wanted.body,
    ready: readyScheme(wanted),
  });
}

interface PublicRow extends Omit<PublicVersion, 'title'> {
  readonly title: string;
  readonly titleEn: string | null;
  readonly body: string;
}

function selectPublic({ tenantId }: Context) {
  return sql`
    select s.code, v.label, v.state, v.title, v.title_en, v.digest, v.published_at, v.ended_at,
      v.reason, a.name as area_name, a.name_en as area_name_en, t.body
    from scheme_versions v
    join schemes s on s.tenant_id = ${tenantId} and s.scheme_id = v.scheme_id
    join areas a on a.tenant_id = ${tenantId} and a.area_id = s.area_id
    join scheme_texts t on t.tenant_id = ${tenantId} and t.text_digest = v.text_digest
    where v.tenant_id = ${tenantId} and v.state = any(${[...ONCE_PUBLIC]}::text[])`;
}

function publicVersion({ body: _, title, titleEn, ...row }: PublicRow): PublicVersion {
  return { ...row, title: { zh: title, en: titleEn } };
}

/** Compiled once: a published document never changes. */
const compiled = new Map<string, ReadyScheme>();
const MOST_COMPILED = 50;

/** @throws where what was published can no longer be read: a change of the rules must keep old documents */
function readyScheme({ digest, body }: Pick<PublicRow, 'digest' | 'body'>): ReadyScheme {
  const known = compiled.get(digest);
  if (known !== undefined) return known;
  const { scheme, plan } = checkText(body);
  if (scheme === undefined || plan === undefined)
    throw new Error(`a published scheme has errors: ${digest}`);
  if (compiled.size >= MOST_COMPILED) compiled.delete(compiled.keys().next().value ?? '');
  const ready = { scheme, plan, digest };
  compiled.set(digest, ready);
  return ready;
}

/** Fingerprints of the keys by which statements of this place are signed, today's first. */
export async function keyFingerprints(
  services: Pick<Services, 'keys'>,
  { tenantId }: Context,
): Promise<readonly string[]> {
  return statementFingerprints(services, tenantId);
}

export interface FileAsked {
  readonly ready: ReadyScheme;
  readonly raw: RawFacts;
  /** What stands where a household's number does; part of what is signed. */
  readonly household: string;
  /** Told above the figures. */
  readonly notice: string;
  readonly script: string;
  readonly voice: Voice;
}

/**
 * The file that recalculates itself, signed with the key of the place. What was
 * typed goes into it and nowhere else.
 */
export async function trialFile(
  services: Pick<Services, 'keys'>,
  { tenantId }: Context,
  { ready, raw, household, ...page }: FileAsked,
): Promise<string> {
  const calculator = new Calculator(ready.plan);
  const { facts } = calculator.readFacts(raw);
  return statementPage({
    ...{ ...page, raw, scheme: ready, key: household, asOf: undefined },
    worked: calculator.work(facts),
    signer: statementSigner(services, tenantId),
  });
}
