/**
 * Kinds of organisations. Their names stand in `locale/` under `web.kind`; what the
 * rules need to know of a kind stands here.
 */
interface Kind {
  /** A Party organisation; it usually has no unified social credit code. */
  readonly party: boolean;
  /** Registered under GB 32100, so that it may carry a unified social credit code. */
  readonly registered: boolean;
  /** Made for a time or a task: it ends and its members keep their home branch (M13, M17). */
  readonly passing: boolean;
}

const plain: Kind = { party: false, registered: true, passing: false };
const branch: Kind = { party: true, registered: false, passing: false };

export const KINDS = {
  government: plain,
  department: plain,
  section: { ...plain, registered: false },
  command_centre: plain,
  street_office: plain,
  township: plain,
  community: plain,
  village: plain,
  institution: plain,
  company: plain,
  property_company: plain,
  social_organisation: plain,
  owners_committee: plain,
  volunteer_team: { ...plain, registered: false },
  alliance: { ...plain, registered: false },
  party_committee: branch,
  party_branch: branch,
  functional_branch: { ...branch, passing: true },
  temporary_branch: { ...branch, passing: true },
} as const satisfies Record<string, Kind>;

export type OrganisationKind = keyof typeof KINDS;

export const ORGANISATION_KINDS = Object.keys(KINDS) as readonly OrganisationKind[];

/** True where an organisation of the kind may carry a unified social credit code. */
export function mayCarryCreditCode(kind: OrganisationKind): boolean {
  return KINDS[kind].registered;
}
