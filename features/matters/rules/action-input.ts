/**
 * What each action brings, as one schema: the form on the desk, the body of the
 * request and the argument of the rule are the same.
 */
import { z } from 'zod';
import type { AreaId, CategoryId, FileDigest, MatterId, OrganisationId } from '#kernel/ids.ts';
import { CALL_BACK_RESULTS } from './matter.ts';

export const TEXT_LIMIT = 2_000;
export const TITLE_LIMIT = 80;
export const PHOTO_LIMIT = 9;

const id = <T extends string>() => z.uuid().transform((value) => value as T);
const text = z.string().trim().min(1).max(TEXT_LIMIT);
const reason = text;
const day = z.iso.date();
export const fileDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((value) => value as FileDigest);
const photos = z.array(fileDigest).max(PHOTO_LIMIT).default([]);

/** Why a matter is not accepted; the six classes of 接诉即办条例 art. 11 and what is plainly not a matter. */
export const REJECTION_CLASSES = [
  'in_litigation',
  'in_reconsideration',
  'in_petition',
  'repeat_without_new_facts',
  'not_of_this_authority',
  'no_matter',
] as const;

export const ActionInput = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('file'),
    categoryId: id<CategoryId>(),
    condition: z.string().max(40).default(''),
    title: z.string().trim().min(1).max(TITLE_LIMIT).optional(),
    areaId: id<AreaId>().optional(),
    personal: z.boolean().optional(),
    accusedOrganisationId: id<OrganisationId>().optional(),
  }),
  z.object({ action: z.literal('reject'), class: z.enum(REJECTION_CLASSES), reason }),
  z.object({ action: z.literal('merge'), targetId: id<MatterId>() }),
  z.object({
    action: z.literal('dispatch'),
    organisationId: id<OrganisationId>(),
    note: z.string().trim().max(TEXT_LIMIT).default(''),
  }),
  z.object({ action: z.literal('recall'), reason }),
  z.object({ action: z.literal('dispute'), reason }),
  z.object({ action: z.literal('settle_dispute'), upheld: z.boolean(), reason }),
  z.object({ action: z.literal('accept') }),
  z.object({ action: z.literal('transfer'), organisationId: id<OrganisationId>(), reason }),
  z.object({ action: z.literal('answer'), text, photos }),
  z.object({ action: z.literal('return'), reason, photos }),
  z.object({
    action: z.literal('check'),
    /** What was seen on the spot; together with photos it is the evidence. */
    text: z.string().trim().max(TEXT_LIMIT).default(''),
    photos,
  }),
  z.object({ action: z.literal('close'), note: z.string().trim().max(TEXT_LIMIT).default('') }),
  z.object({
    action: z.literal('call_back'),
    result: z.enum(CALL_BACK_RESULTS),
    solved: z.boolean().optional(),
    satisfaction: z.int().min(1).max(5).optional(),
    note: z.string().trim().max(TEXT_LIMIT).default(''),
  }),
  z.object({
    action: z.literal('evaluate'),
    solved: z.boolean(),
    satisfaction: z.int().min(1).max(5),
    text: z.string().trim().max(TEXT_LIMIT).default(''),
  }),
  z.object({ action: z.literal('reopen'), reason }),
  z.object({
    action: z.literal('withdraw'),
    reason: z.string().trim().max(TEXT_LIMIT).default(''),
  }),
  z.object({ action: z.literal('request_extension'), until: z.iso.datetime(), reason }),
  z.object({
    action: z.literal('decide_extension'),
    granted: z.boolean(),
    reason,
  }),
  z.object({ action: z.literal('shelve'), reviewOn: day, reason }),
  z.object({ action: z.literal('resume'), reason: z.string().trim().max(TEXT_LIMIT).default('') }),
  z.object({ action: z.literal('supervise'), text }),
  z.object({ action: z.literal('release'), reason }),
  z.object({ action: z.literal('instruct'), text }),
  z.object({ action: z.literal('escalate') }),
  z.object({ action: z.literal('exclude'), reason }),
  z.object({
    action: z.literal('reclassify'),
    categoryId: id<CategoryId>(),
    condition: z.string().max(40).default(''),
  }),
  z.object({
    action: z.literal('comment'),
    text,
    /** Also shown to the reporter. */
    told: z.boolean().default(false),
  }),
  z.object({ action: z.literal('complain'), text }),
  z.object({ action: z.literal('answer_complaint'), text }),
]);
export type ActionInput = z.output<typeof ActionInput>;
export type InputOf<A extends ActionInput['action']> = Extract<ActionInput, { action: A }>;
