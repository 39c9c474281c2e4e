/** The categories of a place. */
import { z } from 'zod';
import { endpoint } from '#kernel/endpoint.ts';
import type { CategoryId } from '#kernel/ids.ts';
import { CATEGORY_KINDS } from '../rules/routing.ts';
import { id } from './fields.ts';

export const Category = z.object({
  categoryId: id<CategoryId>(),
  parentId: id<CategoryId>().nullable(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(CATEGORY_KINDS),
  communityMayHandle: z.boolean(),
  conditions: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
});
export type Category = z.output<typeof Category>;

export const listCategories = endpoint({
  id: 'matters.categories',
  method: 'GET',
  path: '/api/matters/categories',
  kind: 'read',
  audience: 'signed_in',
  summary: 'The categories of this place, as a tree by parent',
  answer: z.object({ categories: z.array(Category) }),
});
