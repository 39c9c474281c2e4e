/** What was seen in the file, and what of it is asked for. */
import type { Answer } from '#kernel/endpoint.ts';
import type { Heading } from '#kernel/mapping.ts';
import type { lookIntoFile } from '../../contract.ts';

export type Looked = Answer<typeof lookIntoFile>;

/** Absent: as it was last, or as it is guessed. */
export interface LookedAt {
  readonly sheet?: number;
  readonly heading?: Heading;
}
