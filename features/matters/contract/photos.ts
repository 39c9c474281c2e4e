/** Photos: taken before what names them, shown with their matter. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { FileDigest, MatterId } from '#kernel/ids.ts';
import { fileDigest } from '../rules/action-input.ts';
import { id, STAFF, tenantParams } from './fields.ts';

export const matterPhoto = endpoint({
  id: 'matters.photo',
  method: 'GET',
  path: '/api/matters/:matterId/photos/:digest',
  kind: 'read',
  audience: STAFF,
  summary: 'A photo of a matter the reader may see',
  params: z.object({ matterId: id<MatterId>(), digest: fileDigest }),
  query: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
  media: 'image/*',
  refusals: ['matter.unknown', 'file.unknown'],
});

export const uploadPhoto = endpoint({
  id: 'matters.upload_photo',
  method: 'POST',
  path: '/api/photos',
  kind: 'command',
  audience: STAFF,
  summary: 'Takes one photo (multipart field `photo`); named by its digest in a later command',
  answer: z.object({ digest: z.string().transform((value) => value as FileDigest) }),
  refusals: ['file.not_an_image', 'file.too_large', 'file.too_many_pixels'],
});

export const publicUploadPhoto = endpoint({
  id: 'matters.public_upload_photo',
  method: 'POST',
  path: '/api/t/:tenant/photos',
  kind: 'command',
  audience: 'public',
  summary: 'Takes one photo for a report that follows',
  params: tenantParams,
  answer: z.object({ digest: z.string().transform((value) => value as FileDigest) }),
  refusals: ['file.not_an_image', 'file.too_large', 'file.too_many_pixels', 'request.too_many'],
});
