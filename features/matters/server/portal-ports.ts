/** What the portal's pages ask of matters; the same handlers the API has. */
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { compile } from '#platform/database/query.ts';
import type { CommandInput, Exchange, RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';
import type { followMatter, reportMatter } from '../contract.ts';
import { actForReporter, follow, provenMatter } from './follow.ts';
import { correctOwnContact, eraseHeldData } from './own-contact.ts';
import { copyHeldData, readOwnData } from './own-data.ts';
import { servePhoto, takePhoto } from './photos.ts';
import { publicPoints } from './public-map.ts';
import { publicChoices, publicNumbers } from './public-view.ts';
import { report } from './report.ts';
import { responsible } from './responsible.ts';
import { readSuggestion, sendSuggestion } from './suggestions.ts';

type Proof = CommandInput<typeof followMatter>['body'];

export async function reportFromPortal(
  services: Services,
  context: Context,
  { body, commandId }: CommandInput<typeof reportMatter>,
) {
  const reported = await report(services, context, commandId, { ...body, source: 'portal' });
  if (!reported.ok) return reported;
  const { number, followKey } = reported.value;
  return done({ number, followKey });
}

/** A photo of a matter, to whoever proves to be its reporter. */
async function followedPhoto(
  services: Services,
  context: Context,
  asked: {
    readonly proof: Proof;
    readonly digest: Parameters<typeof servePhoto>[2];
    readonly size: 'full' | 'thumbnail';
  },
): Promise<Outcome<RawAnswer>> {
  const matter = await provenMatter(services, context, asked.proof);
  if (matter === undefined) return refused({ code: 'matter.follow_unknown' });
  const [rows] = await services.database.read(
    context.tenantId,
    compile(sql`
      select digest from matter_photos where tenant_id = ${context.tenantId}
        and matter_id = ${matter.matterId} and digest = ${asked.digest}`),
  );
  if (rows?.rows.length !== 1) return refused({ code: 'file.unknown' });
  return servePhoto(services, context, asked.digest, asked.size);
}

export const portalPorts = {
  reportMatter: reportFromPortal,
  followMatter: follow,
  actAsReporter: actForReporter,
  ownData: readOwnData,
  copyOwnData: copyHeldData,
  correctContact: correctOwnContact,
  eraseOwnData: eraseHeldData,
  suggest: sendSuggestion,
  followSuggestion: readSuggestion,
  publicMap: publicPoints,
  publicFigures: publicNumbers,
  publicCategories: publicChoices,
  uploadPhoto: (services: Services, context: Context, _input: unknown, exchange: Exchange) =>
    takePhoto(services, context, exchange),
  followedPhoto,
  whoIsResponsible: responsible,
};
