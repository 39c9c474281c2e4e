/** Fields that several descriptions of organisations share, and the two administrators. */
import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';

/** A UUID as the id of one kind of thing. */
export const id = <T extends Id<string>>() => z.uuid().transform((value) => value as T);
/** A legal day, ISO. */
export const day = z.iso.date();
/** Name of an organisation, title of a post. */
export const name = z.string().trim().min(1).max(100);
/** A code of the place's own. */
export const code = z.string().trim().min(1).max(60);
/** The version a command has seen. */
export const version = z.int().min(1);
/** Where the next page of a list begins; only the server reads it. */
export const cursor = z.string().max(600);

/** Who begins and ends organisations and posts. */
export const SYSTEM = ['system_admin'] as const;
/** Who adds people and appoints them. */
export const SECURITY = ['security_admin'] as const;
