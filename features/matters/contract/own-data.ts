/** What is held on a reporter: read, copied, put right, erased. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import { ERASABLES, KEPT_REASONS } from '../rules/own-data.ts';
import { instant, tenantParams } from './fields.ts';
import { FollowedMatter, Proof } from './follow.ts';
import { REVEAL_PURPOSES } from './reporter.ts';

/** What a reporter's contact is read for; `own_data` is the reporter's own copy. */
const READING_PURPOSES = [...REVEAL_PURPOSES, 'own_data'] as const;

/** Why something is kept and until when; null where it can be erased now. */
const Kept = z.object({ why: z.enum(KEPT_REASONS), until: instant.nullable() }).nullable();

/** What is held on a reporter beside the matter itself, and who looked (PIPL arts. 44, 45, 48). */
export const OwnData = z.object({
  /** Of the contact, for the commands that change it. */
  version: z.int(),
  /** Masked; empty where none was left or it was erased. */
  name: z.string(),
  phone: z.string(),
  /** The handling unit may see them. */
  shared: z.boolean(),
  erasedAt: instant.nullable(),
  /** The point on the map, WGS84 degrees; null where none was given. */
  point: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  contactKept: Kept,
  /** Who saw name or phone in the clear, the latest first; posts and offices, never people. */
  readings: z.array(
    z.object({
      at: instant,
      purpose: z.enum(READING_PURPOSES),
      fields: z.array(z.string()),
      organisation: z.string(),
      post: z.string(),
    }),
  ),
  /** What the reporter had changed, asked for and was refused, the latest first. */
  requests: z.array(
    z.object({
      at: instant,
      kind: z.enum(['corrected', 'erased', 'kept']),
      what: z.enum(ERASABLES),
      kept: Kept,
    }),
  ),
});
export type OwnData = z.output<typeof OwnData>;

export const ownData = endpoint({
  id: 'matters.own_data',
  method: 'POST',
  path: '/api/t/:tenant/follow/data',
  kind: 'read',
  audience: 'public',
  summary: 'What is held on the reporter of a matter, and who looked',
  params: tenantParams,
  body: Proof,
  answer: OwnData,
  refusals: ['matter.follow_unknown', 'request.too_many'],
});

export const copyOwnData = endpoint({
  id: 'matters.copy_own_data',
  method: 'POST',
  path: '/api/t/:tenant/follow/data/copy',
  kind: 'command',
  audience: 'public',
  summary: 'All that is held on the reporter of a matter, in the clear, to take away',
  params: tenantParams,
  body: Proof,
  answer: z.object({
    copiedAt: instant,
    contact: z.object({ name: z.string(), phone: z.string() }),
    matter: FollowedMatter,
    data: OwnData,
  }),
  refusals: ['matter.follow_unknown', 'request.too_many'],
});

export const correctContact = endpoint({
  id: 'matters.correct_contact',
  method: 'POST',
  path: '/api/t/:tenant/follow/data/contact',
  kind: 'command',
  audience: 'public',
  summary: 'Puts name, phone and who may see them right; what is left empty stays',
  params: tenantParams,
  body: z.object({
    proof: Proof,
    version: z.int().min(1),
    name: z.string().trim().max(60).default(''),
    phone: z.string().trim().max(30).default(''),
    shared: z.boolean(),
  }),
  answer: z.object({ version: z.int() }),
  refusals: ['matter.follow_unknown', 'command.stale'],
});

export const eraseOwnData = endpoint({
  id: 'matters.erase_own_data',
  method: 'POST',
  path: '/api/t/:tenant/follow/data/erasure',
  kind: 'command',
  audience: 'public',
  summary: 'Erases name and phone, or answers why something is kept; both are written down',
  params: tenantParams,
  body: z.object({ proof: Proof, version: z.int().min(1), what: z.enum(ERASABLES) }),
  answer: z.object({ version: z.int(), kept: Kept }),
  refusals: ['matter.follow_unknown', 'command.stale'],
});
