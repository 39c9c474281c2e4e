/** A matter as the rules see it: one value made from its row by `server/matter-row.ts`. */
import type {
  AreaId,
  CategoryId,
  GridId,
  MatterId,
  OrganisationId,
  PersonId,
  PostId,
  ReporterId,
} from '#kernel/ids.ts';
import type { State } from './states.ts';

/** Where the words came in. */
export const SOURCES = [
  'portal',
  'counter',
  'telephone',
  'grid_worker',
  'import',
  'open311',
] as const;
export type Source = (typeof SOURCES)[number];

/** How well the place is known: a point as measured, a rounded one, words or area alone. */
export const EXACTNESS = ['exact', 'inexact', 'none'] as const;
export type Exactness = (typeof EXACTNESS)[number];

/** What the call-back found. Not reached is neither solved nor unsolved, neither satisfied nor not. */
export const CALL_BACK_RESULTS = ['reached', 'not_reached'] as const;
export type CallBackResult = (typeof CALL_BACK_RESULTS)[number];

export interface Matter {
  readonly matterId: MatterId;
  readonly version: number;
  readonly number: string;
  readonly state: State;
  /** 1 at first, one more with each reopening. */
  readonly round: number;
  readonly title: string;
  readonly description: string;
  readonly categoryId: CategoryId | null;
  /** Condition of the category's limits chosen at filing; empty for the general ones. */
  readonly condition: string;
  readonly source: Source;
  readonly areaId: AreaId;
  /** Area of today: authority follows it. */
  readonly areaPath: string;
  /** Area at filing: figures follow it. */
  readonly filedAreaPath: string | null;
  readonly gridId: GridId | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly exactness: Exactness;
  readonly placeText: string;
  readonly reporterId: ReporterId | null;
  /** The reporter agreed that the handling unit sees name and phone. */
  readonly reporterShared: boolean;
  /** About a person or a home: never on a public map. */
  readonly personal: boolean;
  /** The unit the words accuse; the matter is never dispatched to it. */
  readonly accusedOrganisationId: OrganisationId | null;
  readonly handlerOrganisationId: OrganisationId | null;
  /** The post that took it up; the work stays with it when the post changes hands. */
  readonly handlerPostId: PostId | null;
  readonly handledByPersons: readonly PersonId[];
  readonly handledByOrganisations: readonly OrganisationId[];
  readonly reportedAt: string;
  readonly filedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly acceptedAt: string | null;
  /** Of the last answer; what on time is measured by. */
  readonly answeredAt: string | null;
  readonly checkedAt: string | null;
  readonly closedAt: string | null;
  /** When the present state ought to be left; null where no limit runs. */
  readonly dueAt: string | null;
  /** Limit of the handling, printed on the work order. */
  readonly handleDueAt: string | null;
  /** Limit for taking it up (response). */
  readonly responseDueAt: string | null;
  readonly escalationLevel: number;
  /** The post on the ladder it has climbed to; its holder finds it among the day's work. */
  readonly escalatedPostId: PostId | null;
  /** When it climbs next by itself. */
  readonly escalateAt: string | null;
  readonly supervised: boolean;
  readonly extensionUntil: string | null;
  /** Legal day on which a shelving is reviewed, YYYY-MM-DD. */
  readonly reviewOn: string | null;
  readonly shelvedFrom: State | null;
  readonly mergedInto: MatterId | null;
  readonly callBack: CallBackResult | null;
  /** The reporter's own words on it; null until asked. */
  readonly solved: boolean | null;
  /** 1 (very dissatisfied) to 5 (very satisfied); null until asked. */
  readonly satisfaction: number | null;
  readonly reopenUntil: string | null;
  readonly excluded: boolean;
  /** Since when a complaint about the handling waits for its answer; null where none does. */
  readonly complaintAt: string | null;
}

/** Columns a step of the loop sets; what is not named stays. */
export type MatterPatch = Partial<Omit<Matter, 'matterId' | 'version'>>;
