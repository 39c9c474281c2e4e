/** The report form and what becomes of it. */
import { createHash } from 'node:crypto';
import {
  type FieldErrors,
  type ReportTyped,
  readReport,
  refusalSentence,
  reportBody,
  reportErrors,
  reportPage,
  sentPage,
  type Visit,
} from '#features/matters/portal/public.ts';
import type { CommandId, FileDigest } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { statusOf } from '#platform/http/refusal-answer.ts';
import type { Exchange, RawAnswer, UploadedFile } from '#platform/http/route.ts';
import { pageAnswer } from './answer.ts';
import type { PageCall, PageRoute } from './page-route.ts';
import { proofCookie } from './proof-cookie.ts';
import { type Visited, visitOf } from './visit-of.ts';

const PHOTO_LIMIT = 9;
/** Room for one more than allowed, so that the form says so and keeps what was typed. */
const UPLOAD = { files: PHOTO_LIMIT + 3, bytes: 16 * 1024 * 1024 } as const;

export const REPORT_ROUTES: readonly PageRoute[] = [
  {
    id: 'report_form',
    method: 'GET',
    path: '/report',
    summary: 'Form to report one thing',
    handle: showForm,
  },
  {
    id: 'report',
    method: 'POST',
    path: '/report',
    kind: 'command',
    upload: UPLOAD,
    summary: 'Takes a report from the form',
    handle: takeReport,
  },
];

async function showForm(call: PageCall): Promise<Outcome<RawAnswer>> {
  const visited = await visitOf(call, 'report');
  if (!visited.ok) return visited;
  const { visit, place } = visited.value;
  const page = reportPage(visit, {
    commandId: call.context.ids.next(),
    areas: place.areas,
    box: place.bbox,
    typed: readReport({}),
  });
  return done(pageAnswer(call.exchange, { page }));
}

async function takeReport(call: PageCall): Promise<Outcome<RawAnswer>> {
  const visited = await visitOf(call, 'report');
  if (!visited.ok) return visited;
  const { visit } = visited.value;
  const form = readReport(call.fields);
  const uploads = call.exchange.uploads.filter((file) => file.bytes.length > 0);
  const errors = reportErrors(visit.say, form, form.photos.length + uploads.length);
  const taken = errors.has('photos') ? { digests: [] } : await takePhotos(call, visit, uploads);
  if (taken.wrong !== undefined) errors.set('photos', taken.wrong);
  const typed = { ...form, photos: [...new Set([...form.photos, ...taken.digests])] };
  if (errors.size > 0) return refusedForm(call, visited.value, { typed, errors, status: 422 });
  return sendReport(call, visited.value, typed);
}

async function sendReport(
  call: PageCall,
  visited: Visited,
  typed: ReportTyped,
): Promise<Outcome<RawAnswer>> {
  const { services, context, exchange, options, tenant, commandId } = call;
  const { visit } = visited;
  const sent = await options.ports.reportMatter(
    services,
    context,
    {
      params: { tenant },
      query: undefined,
      body: reportBody(visit.say, typed, typed.photos),
      commandId: commandId as CommandId,
    },
    exchange,
  );
  if (!sent.ok) return refusedForm(call, visited, refusalAtField(visit, typed, sent.refusal));
  const { number, followKey } = sent.value;
  const path = `follow?number=${encodeURIComponent(number)}&key=${encodeURIComponent(followKey)}`;
  const page = sentPage({ ...visit, path }, { number, followKey, origin: originOf(call) });
  const cookies = [proofCookie(tenant, { number, phone: '', key: followKey })];
  return done(pageAnswer(exchange, { page, status: 201, cookies }));
}

interface RefusedForm {
  readonly typed: ReportTyped;
  readonly status: number;
  readonly errors?: FieldErrors;
  readonly refusal?: string;
  /** The id was used for other words: what follows is another report. */
  readonly freshId?: boolean;
}

function refusedForm(
  call: PageCall,
  { visit, place }: Visited,
  refused: RefusedForm,
): Outcome<RawAnswer> {
  const { status, freshId, ...shown } = refused;
  const commandId = freshId ? call.context.ids.next() : call.commandId;
  const page = reportPage(visit, { ...shown, commandId, areas: place.areas, box: place.bbox });
  return done(pageAnswer(call.exchange, { page, status }));
}

/** Where on the form the sentence of a refusal belongs. */
function refusalAtField(visit: Visit, typed: ReportTyped, refusal: Refusal): RefusedForm {
  const status = statusOf(refusal);
  if (refusal.code === 'command.reused_id') {
    return { typed, status, refusal: visit.say('report.error.reused'), freshId: true };
  }
  const sentence = refusalSentence(visit.locale, refusal);
  const field = fieldOf(refusal);
  if (field === undefined) return { typed, status, refusal: sentence };
  return { typed, status, errors: new Map([[field, sentence]]) };
}

const FIELDS = ['photos', 'description', 'placeText', 'areaId', 'reporterName', 'reporterPhone'];

function fieldOf({ code, field = '' }: Refusal): string | undefined {
  if (code.startsWith('geometry.')) return 'placeText';
  if (code === 'matter.area_unknown') return 'areaId';
  if (code.startsWith('file.')) return 'photos';
  return FIELDS.find((name) => field === name || field.startsWith(`${name}.`));
}

interface TakenPhotos {
  readonly digests: readonly FileDigest[];
  /** The sentence for those that did not arrive. */
  readonly wrong?: string;
}

/** Photos one after the other: a phone sends few, and each is unpacked in memory. */
async function takePhotos(
  call: PageCall,
  visit: Visit,
  uploads: readonly UploadedFile[],
): Promise<TakenPhotos> {
  const digests: FileDigest[] = [];
  const wrong: string[] = [];
  for (const [index, upload] of uploads.entries()) {
    const taken = await takePhoto(call, upload, index);
    if (taken.ok) digests.push(taken.value.digest);
    else {
      const why = refusalSentence(visit.locale, taken.refusal);
      wrong.push(visit.say('report.error.photo', { name: upload.name, why }));
    }
  }
  return wrong.length === 0 ? { digests } : { digests, wrong: wrong.join(' ') };
}

function takePhoto(
  { options, services, context, exchange, tenant, commandId }: PageCall,
  upload: UploadedFile,
  index: number,
) {
  const input = {
    params: { tenant },
    query: undefined,
    body: undefined,
    commandId: photoCommand(commandId, upload, index),
  };
  return options.ports.uploadPhoto(services, context, input, {
    ...exchange,
    uploads: [{ ...upload, field: 'photo' }],
  });
}

/** The same photo of the same form has the same id, so that a form sent twice takes it once. */
function photoCommand(commandId: string, { bytes }: UploadedFile, index: number): CommandId {
  const hex = createHash('sha256').update(`${commandId} ${index} `).update(bytes).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as CommandId;
}

/** What the resident typed to reach us: from the form's origin, which the server has compared with its host. */
function originOf({
  options,
  exchange,
}: {
  readonly options: PageCall['options'];
  readonly exchange: Exchange;
}): string {
  if (options.origin !== undefined) return options.origin;
  const { origin, host } = exchange.headers;
  if (typeof origin === 'string' && /^https?:\/\/[\w.:[\]-]+$/.test(origin)) return origin;
  return typeof host === 'string' ? `http://${host}` : '';
}
