/** What the portal asks of the features: their handlers, wired by the server. */

import type {
  actAsReporter,
  copyOwnData,
  correctContact,
  eraseOwnData,
  followMatter,
  followSuggestion,
  ownData,
  publicCategories,
  publicFigures,
  publicMap,
  publicUploadPhoto,
  reportMatter,
  suggest,
} from '#features/matters/contract.ts';
import type { Assets, Contact, FollowTyped, Responsible } from '#features/matters/portal/public.ts';
import type {
  followOpinion,
  giveOpinion,
  publicPlaceAt,
  publicPlan,
  publicPlans,
  publicSites,
} from '#features/places/contract.ts';
import type { compensationPorts } from '#features/relocation/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { Answer, Endpoint } from '#kernel/endpoint.ts';
import type { FileDigest } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { CommandInput, Exchange, RawAnswer } from '#platform/http/route.ts';
import type { Services } from '#platform/services.ts';

/** A handler as features export it. */
export type Port<E extends Endpoint> = (
  services: Services,
  context: Context,
  input: CommandInput<E>,
  exchange: Exchange,
) => Promise<Outcome<Answer<E>>>;

export interface PhotoAsked {
  readonly proof: FollowTyped;
  readonly digest: FileDigest;
  readonly size: 'full' | 'thumbnail';
}

/** One of the three: an area chosen, a site found by its name, or a point in WGS84 degrees. */
export type PlaceAsked =
  | { readonly areaId: string }
  | { readonly siteId: string }
  | { readonly lng: number; readonly lat: number };

export interface PortalPorts {
  readonly reportMatter: Port<typeof reportMatter>;
  readonly followMatter: Port<typeof followMatter>;
  readonly actAsReporter: Port<typeof actAsReporter>;
  readonly ownData: Port<typeof ownData>;
  readonly copyOwnData: Port<typeof copyOwnData>;
  readonly correctContact: Port<typeof correctContact>;
  readonly eraseOwnData: Port<typeof eraseOwnData>;
  readonly suggest: Port<typeof suggest>;
  readonly followSuggestion: Port<typeof followSuggestion>;
  readonly publicMap: Port<typeof publicMap>;
  readonly publicFigures: Port<typeof publicFigures>;
  readonly publicCategories: Port<typeof publicCategories>;
  readonly publicPlans: Port<typeof publicPlans>;
  readonly publicPlan: Port<typeof publicPlan>;
  readonly giveOpinion: Port<typeof giveOpinion>;
  readonly followOpinion: Port<typeof followOpinion>;
  /** Takes the one photo in `exchange.uploads`. */
  readonly uploadPhoto: Port<typeof publicUploadPhoto>;
  /** A photo of a matter, for whoever proves to be its reporter; without it photos answer 404. */
  readonly followedPhoto?: (
    services: Services,
    context: Context,
    asked: PhotoAsked,
  ) => Promise<Outcome<RawAnswer>>;
  /** Whose a place is; without it the page says how responsibility is settled, and offers the report. */
  readonly whoIsResponsible?: (
    services: Services,
    context: Context,
    asked: PlaceAsked,
  ) => Promise<Outcome<Responsible>>;
  /** Areas and grid under a point; where nothing says more, this answers who is responsible here. */
  readonly placeAt?: Port<typeof publicPlaceAt>;
  /** Estates and places by part of their name; without it the page offers areas and the phone’s position. */
  readonly findSites?: Port<typeof publicSites>;
  /** Published compensation schemes; without it the portal has no pages of them. */
  readonly compensation?: typeof compensationPorts;
  /** Whom residents ask about their data. */
  readonly privacyContact?: (services: Services, context: Context) => Promise<Contact | undefined>;
}

export interface PortalOptions {
  readonly ports: PortalPorts;
  readonly assets: Assets;
  /** Script of the files that recalculate themselves; empty where it was not built. */
  readonly statementScript?: string;
  /** Scheme and host residents use, where the server knows it; else from the request. */
  readonly origin?: string;
}
