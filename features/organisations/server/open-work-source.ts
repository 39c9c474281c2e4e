/**
 * Port: what is open in the hands of a post. Features below (matters first)
 * implement it; a hand-over asks each of them in its one transaction.
 */
import type { Context } from '#kernel/context.ts';
import type { PersonId, PostId, TenantId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import type { Rows, Statement } from '#platform/database/database.ts';

/** A post that passes from one person to another. */
export interface HandOver {
  readonly postId: PostId;
  readonly from: PersonId;
  readonly to: PersonId;
}

export interface HandedOver {
  /** What sort of things, `matter`. */
  readonly kind: string;
  readonly count: number;
  /** Steps of the things' aggregates; the event's details should name the hand-over. */
  readonly changes: readonly Change[];
  readonly also?: readonly Statement[];
}

export interface OpenThing {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
  readonly postId: PostId;
}

export interface OpenWorkSource {
  /** `matters`, for messages of faults. */
  readonly name: string;
  /** Locks and reads all that is open in the hands of the post and its leaving holder. */
  lockOpen(tenantId: TenantId, hand: HandOver): readonly Statement[];
  /** From the answers of `lockOpen`, in order, to the steps that hand all of it over. */
  handOver(context: Context, hand: HandOver, answers: readonly Rows[]): HandedOver;
  /** What is open of the posts, without locks; for the list of orphans. */
  findOpen(tenantId: TenantId, postIds: readonly PostId[]): Statement;
  readOpen(answer: Rows): readonly OpenThing[];
}
