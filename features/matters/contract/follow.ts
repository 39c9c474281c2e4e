/** Following one's own matter, and what the reporter may do with it. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { ActionInput } from '../rules/action-input.ts';
import { STATES } from '../rules/states.ts';
import { ACTIONS } from '../rules/transitions.ts';
import { instant, tenantParams } from './fields.ts';
import { Photo, Urgency } from './matter.ts';

/** Proof that somebody is the reporter: the phone number left with the report, or the key given then. */
export const Proof = z.object({
  number: z.string().trim().max(30),
  phone: z.string().trim().max(30).default(''),
  key: z.string().trim().max(60).default(''),
});

/** What the reporter sees: every step that was told, in plain order, never staff names. */
export const FollowedMatter = z.object({
  number: z.string(),
  version: z.int(),
  title: z.string(),
  description: z.string(),
  state: z.enum(STATES),
  urgency: Urgency,
  placeText: z.string(),
  areaName: z.string(),
  categoryName: z.string(),
  handlerName: z.string(),
  reportedAt: instant,
  dueAt: instant.nullable(),
  reviewOn: z.string().nullable(),
  closedAt: instant.nullable(),
  reopenUntil: instant.nullable(),
  solved: z.boolean().nullable(),
  satisfaction: z.int().nullable(),
  mergedIntoNumber: z.string().nullable(),
  /** Reported for somebody else, by the one who follows it. */
  forOther: z.boolean(),
  /** Since when a complaint about the handling waits for its answer. */
  complaintAt: instant.nullable(),
  photos: z.array(Photo),
  timeline: z.array(
    z.object({ kind: z.string(), at: instant, organisation: z.string(), text: z.string() }),
  ),
  actions: z.array(z.enum(ACTIONS)),
});
export type FollowedMatter = z.output<typeof FollowedMatter>;

export const followMatter = endpoint({
  id: 'matters.follow',
  method: 'POST',
  path: '/api/t/:tenant/follow',
  kind: 'read',
  audience: 'public',
  summary: 'Where my matter stands, by number and phone or key',
  params: tenantParams,
  body: Proof,
  answer: FollowedMatter,
  refusals: ['matter.follow_unknown', 'request.too_many'],
});

export const actAsReporter = endpoint({
  id: 'matters.act_as_reporter',
  method: 'POST',
  path: '/api/t/:tenant/follow/actions',
  kind: 'command',
  audience: 'public',
  summary: 'Withdraw, evaluate, reopen, or complain about the handling',
  params: tenantParams,
  body: z.object({ proof: Proof, version: z.int().min(1), input: ActionInput }),
  answer: z.object({ version: z.int(), state: z.enum(STATES) }),
  refusals: ['matter.follow_unknown', 'matter.state', 'matter.reopen_period', 'command.stale'],
});
