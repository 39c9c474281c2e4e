/** Wakes the relay after a commit, never inside one; many commits in a moment are one call. */
import { setTimeout as pause } from 'node:timers/promises';
import type { TenantId } from '#kernel/ids.ts';
import type { Database } from '#platform/database/database.ts';

/** Channel on which the relay hears of tenants with something new. */
export const OUTBOX_CHANNEL = 'lianxin_outbox';

/** Milliseconds between calls while commits go on: the relay moves in one round what came in them. */
const GATHERED = 10;

export interface Waker {
  /** Returns at once; a call that fails is made good by the relay's polling. */
  wake(tenantId: TenantId): void;
  /** Resolves when no call is under way. */
  idle(): Promise<void>;
}

export function createWaker(database: Database): Waker {
  const waiting = new Set<TenantId>();
  let running: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    while (waiting.size > 0) {
      const tenants = [...waiting];
      waiting.clear();
      for (const tenantId of tenants) {
        await database.notify(OUTBOX_CHANNEL, tenantId).catch(() => undefined);
      }
      // The first is called out at once; those that follow closely share the next call.
      await pause(GATHERED);
    }
    running = undefined;
  };
  return {
    wake: (tenantId) => {
      waiting.add(tenantId);
      running ??= drain();
    },
    idle: () => running ?? Promise.resolve(),
  };
}
