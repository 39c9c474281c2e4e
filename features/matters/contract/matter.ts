/** A matter as it is read: in a line, and with its history, photos and what one may do. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, GridId, MatterId } from '#kernel/ids.ts';
import { CALL_BACK_RESULTS, EXACTNESS, SOURCES } from '../rules/matter.ts';
import { STATES, STEPS } from '../rules/states.ts';
import { ACTIONS } from '../rules/transitions.ts';
import { id, instant, Named, STAFF } from './fields.ts';

/** How a matter stands against its limit: shape, word and colour follow from it on every surface. */
export const URGENCIES = ['late', 'soon', 'in_hand', 'waits', 'shelved', 'ended'] as const;
export const Urgency = z.enum(URGENCIES);
export type Urgency = z.output<typeof Urgency>;

const Place = z.object({
  /** WGS84 degrees; both or neither. */
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  exactness: z.enum(EXACTNESS),
  text: z.string(),
  areaId: id<AreaId>(),
  areaName: z.string(),
  gridId: id<GridId>().nullable(),
  gridName: z.string().nullable(),
});

export const MatterSummary = z.object({
  matterId: id<MatterId>(),
  version: z.int(),
  number: z.string(),
  title: z.string(),
  state: z.enum(STATES),
  nextStep: z.enum(STEPS).nullable(),
  urgency: Urgency,
  category: Named.nullable(),
  area: Named,
  handler: Named.nullable(),
  source: z.enum(SOURCES),
  reportedAt: instant,
  dueAt: instant.nullable(),
  closedAt: instant.nullable(),
  escalationLevel: z.int(),
  supervised: z.boolean(),
  round: z.int(),
});
export type MatterSummary = z.output<typeof MatterSummary>;

/** One entry of a matter's history; `by` is empty where the reader may not see who it was. */
export const TimelineEntry = z.object({
  version: z.int(),
  kind: z.string(),
  at: instant,
  by: z.string(),
  organisation: z.string(),
  /** Free text of the entry: reason, note, instruction. */
  text: z.string(),
  /** Whether the reporter sees it. */
  told: z.boolean(),
  photos: z.array(z.string()),
  detail: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.output<typeof TimelineEntry>;

export const Photo = z.object({
  digest: z.string(),
  stage: z.enum(['before', 'after', 'check']),
  at: instant,
});

export const MatterDetail = MatterSummary.extend({
  description: z.string(),
  place: Place,
  condition: z.string(),
  personal: z.boolean(),
  accused: Named.nullable(),
  filedAt: instant.nullable(),
  dispatchedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  checkedAt: instant.nullable(),
  handleDueAt: instant.nullable(),
  responseDueAt: instant.nullable(),
  extensionUntil: instant.nullable(),
  reviewOn: z.string().nullable(),
  mergedInto: z.object({ id: z.uuid(), number: z.string() }).nullable(),
  callBack: z.enum(CALL_BACK_RESULTS).nullable(),
  solved: z.boolean().nullable(),
  satisfaction: z.int().nullable(),
  reopenUntil: instant.nullable(),
  excluded: z.boolean(),
  /** Masked; null where the reader may not know who reported, or nobody left a name. */
  reporter: z
    .object({
      name: z.string(),
      phone: z.string(),
      /** It was reported for somebody else; this is the helper. */
      forOther: z.boolean(),
    })
    .nullable(),
  photos: z.array(Photo),
  timeline: z.array(TimelineEntry),
  related: z.array(
    z.object({ id: z.uuid(), number: z.string(), title: z.string(), state: z.enum(STATES) }),
  ),
  /** What the reader may do now; buttons need no second logic. */
  actions: z.array(z.enum(ACTIONS)),
});
export type MatterDetail = z.output<typeof MatterDetail>;

export const getMatter = endpoint({
  id: 'matters.get',
  method: 'GET',
  path: '/api/matters/:matterId',
  kind: 'read',
  audience: STAFF,
  summary: 'One matter with its history, photos and what the reader may do',
  params: z.object({ matterId: id<MatterId>() }),
  answer: MatterDetail,
  refusals: ['matter.unknown'],
});
