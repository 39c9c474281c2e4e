/** Fields that several descriptions of places share. */
import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';

/** A UUID as the id of one kind of thing. */
export const id = <T extends Id<string>>() => z.uuid().transform((value) => value as T);
/** A legal day, ISO. */
export const day = z.iso.date();

/** Who begins areas and copies divisions. */
export const SYSTEM = ['system_admin'] as const;

/** Words somebody writes, at most so many characters. */
export const text = (most: number) => z.string().trim().min(1).max(most);

/** The version a command has seen. */
export const seenVersion = z.int().min(1);
/** The version a command has made. */
export const Stepped = z.object({ version: z.int() });

/** Public entries name the tenant in their path. */
export const tenantParams = z.object({ tenant: z.string().max(63) });
