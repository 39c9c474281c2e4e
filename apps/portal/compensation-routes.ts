/** Published compensation schemes: read, calculated by, taken along. Nothing here writes, and nothing typed is kept. */
import { one } from '#features/matters/portal/public.ts';
import {
  type Calculation,
  calculate,
  calculatePage,
  compensationSay,
  compensationVoice,
  schemeListPage,
  schemePage,
} from '#features/relocation/portal/public.ts';
import type { PublishedScheme } from '#features/relocation/server/public.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import { pageAnswer } from './answer.ts';
import type { PageCall, PageRoute } from './page-route.ts';
import type { PortalPorts } from './ports.ts';
import { type Visited, visitOf } from './visit-of.ts';

const PATH = '/compensation';

export const COMPENSATION_ROUTES: readonly PageRoute[] = [
  {
    id: 'schemes',
    method: 'GET',
    path: PATH,
    summary: 'Compensation schemes that hold, and the fingerprint of the signing key',
    handle: list,
  },
  {
    id: 'scheme',
    method: 'GET',
    path: `${PATH}/:code`,
    summary: 'One published scheme in plain words',
    handle: read,
  },
  {
    id: 'scheme_document',
    method: 'GET',
    path: `${PATH}/:code/document`,
    media: 'application/json; charset=utf-8',
    summary: 'The published document itself',
    handle: document,
  },
  {
    id: 'calculator',
    method: 'GET',
    path: `${PATH}/:code/calculate`,
    summary: 'The empty form of the calculator',
    handle: form,
  },
  {
    id: 'calculate',
    method: 'POST',
    path: `${PATH}/:code/calculate`,
    summary: 'Works out what the scheme gives; stores nothing',
    handle: answer,
  },
  {
    id: 'calculation_file',
    method: 'POST',
    path: `${PATH}/:code/file`,
    summary: 'The file that recalculates itself without a network, signed',
    handle: file,
  },
];

type Ports = NonNullable<PortalPorts['compensation']>;

interface Here {
  readonly ports: Ports;
  readonly visited: Visited;
  readonly published: PublishedScheme;
  /** Fingerprints of signing keys, today's first. */
  readonly fingerprints: readonly string[];
}

async function list(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context, exchange } = call;
  const ports = options.ports.compensation;
  if (ports === undefined) return refused({ code: 'request.not_found' });
  const visited = await visitOf(call, 'compensation');
  if (!visited.ok) return visited;
  const [schemes, fingerprints] = await Promise.all([
    ports.publishedSchemes(services, context),
    ports.keyFingerprints(services, context),
  ]);
  const page = schemeListPage(visited.value.visit, { schemes, fingerprints });
  return done(pageAnswer(exchange, { page }));
}

/** The scheme of the address, in the version that was asked for. @param below of the page, behind the scheme's */
async function here(call: PageCall, below: string): Promise<Outcome<Here>> {
  const { options, services, context, code, query } = call;
  const ports = options.ports.compensation;
  if (ports === undefined) return refused({ code: 'request.not_found' });
  const label = one(query, 'version');
  const version = label === '' ? '' : `?version=${encodeURIComponent(label)}`;
  const visited = await visitOf(call, `compensation/${encodeURIComponent(code)}${below}${version}`);
  if (!visited.ok) return visited;
  const published = await ports.publishedScheme(services, context, {
    code,
    label: label === '' ? undefined : label,
  });
  if (!published.ok) return published;
  const fingerprints = await ports.keyFingerprints(services, context);
  return done({ ports, visited: visited.value, published: published.value, fingerprints });
}

async function read(call: PageCall): Promise<Outcome<RawAnswer>> {
  const found = await here(call, '');
  if (!found.ok) return found;
  const { visited, published, fingerprints } = found.value;
  const { version, versions, ready } = published;
  const page = schemePage(visited.visit, { version, versions, plan: ready.plan, fingerprints });
  return done(pageAnswer(call.exchange, { page }));
}

async function document(call: PageCall): Promise<Outcome<RawAnswer>> {
  const found = await here(call, '/document');
  if (!found.ok) return found;
  const { version, text } = found.value.published;
  return done(attachment(`${version.code}-${version.label}.json`, text));
}

async function form(call: PageCall): Promise<Outcome<RawAnswer>> {
  const found = await here(call, '/calculate');
  return found.ok ? done(calculator(call, found.value)) : found;
}

async function answer(call: PageCall): Promise<Outcome<RawAnswer>> {
  const found = await here(call, '/calculate');
  if (!found.ok) return found;
  return done(calculator(call, found.value, calculationOf(call, found.value)));
}

function calculationOf({ fields }: PageCall, { published, visited }: Here): Calculation {
  const { plan } = published.ready;
  return calculate(plan, visited.visit.locale, (field) => one(fields, field));
}

function calculator(call: PageCall, found: Here, calculation?: Calculation): RawAnswer {
  const { context, exchange } = call;
  const { published, visited, fingerprints } = found;
  const page = calculatePage(visited.visit, {
    version: published.version,
    plan: published.ready.plan,
    today: legalDay(context.clock.now(), context.timeZone),
    fingerprint: fingerprints[0] ?? '',
    calculation,
  });
  const status = calculation !== undefined && calculation.problems.length > 0 ? 422 : 200;
  return pageAnswer(exchange, { page, status });
}

/** Only of facts that were all understood: what is signed has to recalculate to itself. */
async function file(call: PageCall): Promise<Outcome<RawAnswer>> {
  const { options, services, context } = call;
  const found = await here(call, '/file');
  if (!found.ok) return found;
  const { ports, visited, published } = found.value;
  const calculation = calculationOf(call, found.value);
  if (calculation.problems.length > 0) return done(calculator(call, found.value, calculation));
  const script = options.statementScript ?? '';
  if (script === '') return refused({ code: 'service.unavailable' });
  const { locale } = visited.visit;
  const say = compensationSay(locale);
  const page = await ports.trialFile(services, context, {
    ready: published.ready,
    raw: calculation.raw,
    household: say('file.household'),
    notice: say('result.trial'),
    script,
    voice: compensationVoice(locale),
  });
  const name = say('file.name', { scheme: published.version.code });
  return done({ ...attachment(`${name}.html`, page), media: 'text/html; charset=utf-8' });
}

/** Saved, never shown in place: it would stand under the portal's policy there. */
function attachment(name: string, body: string): RawAnswer {
  const plain = name.replace(/[^\w.-]/g, '_');
  return {
    headers: {
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
    body,
  };
}
