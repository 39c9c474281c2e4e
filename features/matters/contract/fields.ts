/** Fields that several descriptions of matters share, and who staff are. */
import { z } from 'zod';

/** A UUID as the id of one kind of thing. */
export const id = <T extends string>() => z.uuid().transform((value) => value as T);
/** An instant in UTC. */
export const instant = z.iso.datetime();
/** Where the next page of a list begins; only the server reads it. */
export const cursor = z.string().max(400);

/** Roles that see matters on the desk. */
export const STAFF = [
  'intake',
  'dispatcher',
  'handler',
  'checker',
  'grid_worker',
  'supervisor',
  'leader',
] as const;

/** A category, an area, a unit by its name. */
export const Named = z.object({ id: z.uuid(), name: z.string() });

/** Public entries name the tenant in their path. */
export const tenantParams = z.object({ tenant: z.string().regex(/^[a-z0-9-]{2,40}$/) });
