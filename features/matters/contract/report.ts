/** A report: by a resident on the portal, or entered by staff. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { AreaId, CategoryId, MatterId } from '#kernel/ids.ts';
import { fileDigest, PHOTO_LIMIT, TEXT_LIMIT, TITLE_LIMIT } from '../rules/action-input.ts';
import { id, tenantParams } from './fields.ts';

/** Reports from the public and from staff share this form. */
const ReportForm = z.object({
  title: z.string().trim().max(TITLE_LIMIT).default(''),
  description: z.string().trim().min(1).max(TEXT_LIMIT),
  lng: z.number().optional(),
  lat: z.number().optional(),
  placeText: z.string().trim().max(200).default(''),
  areaId: id<AreaId>().optional(),
  photos: z.array(fileDigest).max(PHOTO_LIMIT).default([]),
  reporterName: z.string().trim().max(60).default(''),
  reporterPhone: z.string().trim().max(30).default(''),
  /** The reporter agrees that the handling unit sees name and phone. */
  reporterShared: z.boolean().default(false),
  /** For somebody else, an elder without a phone: name and phone are the helper’s. */
  forOther: z.boolean().default(false),
  personal: z.boolean().default(false),
});

export const enterMatter = endpoint({
  id: 'matters.enter',
  method: 'POST',
  path: '/api/matters',
  kind: 'command',
  audience: ['intake', 'grid_worker'],
  summary:
    'Enters a report at the counter, on the telephone or on the round; files it at once where a category is given',
  body: ReportForm.extend({
    source: z.enum(['counter', 'telephone', 'grid_worker']),
    categoryId: id<CategoryId>().optional(),
    condition: z.string().max(40).default(''),
  }),
  answer: z.object({
    matterId: id<MatterId>(),
    number: z.string(),
    /** Secret with which the reporter follows without a phone number; shown once. */
    followKey: z.string(),
  }),
  refusals: ['geometry.off_earth', 'geometry.swapped', 'matter.area_unknown', 'file.unknown'],
});

export const reportMatter = endpoint({
  id: 'matters.report',
  method: 'POST',
  path: '/api/t/:tenant/reports',
  kind: 'command',
  audience: 'public',
  summary: 'A report by a resident; no account is needed',
  params: tenantParams,
  body: ReportForm.extend({
    /** A category the resident chose among the plain ones; the intake body may change it. */
    categoryId: id<CategoryId>().optional(),
  }),
  answer: z.object({ number: z.string(), followKey: z.string() }),
  refusals: ['geometry.off_earth', 'geometry.swapped', 'matter.area_unknown', 'request.too_many'],
});
