/** Keeps relay and consumers running: woken by commits, with polling as a net below. */
import type { TenantId } from '#kernel/ids.ts';
import { type Consumer, consumeTenant } from './consumer.ts';
import { LOG_CHANNEL, type RelayServices, relayTenant } from './relay.ts';
import { serialByKey } from './serial.ts';
import { OUTBOX_CHANNEL } from './waker.ts';

export interface OutboxOptions {
  readonly consumers: readonly Consumer[];
  /** All tenants, for the polling. */
  readonly tenants: () => Promise<readonly TenantId[]>;
  /** Milliseconds between two rounds of polling; 5,000 unless said otherwise. */
  readonly pollEvery?: number;
  /** Told of what failed; it is tried again at the next wake or poll. */
  readonly onFault: (fault: unknown, doing: string) => void;
}

export interface RunningOutbox {
  /** Relays and consumes all that waits in all tenants. */
  round(): Promise<void>;
  stop(): Promise<void>;
}

export async function runOutbox(
  services: RelayServices,
  options: OutboxOptions,
): Promise<RunningOutbox> {
  const { database } = services;
  const { consumers, onFault } = options;
  const relay = serialByKey<TenantId>(
    async (tenantId) => {
      await relayTenant(services, tenantId);
    },
    (fault, tenantId) => onFault(fault, `relay of ${tenantId}`),
  );
  const consume = serialByKey<TenantId>(
    async (tenantId) => {
      for (const consumer of consumers) await consumeTenant(database, consumer, tenantId);
    },
    (fault, tenantId) => onFault(fault, `consumers of ${tenantId}`),
  );
  const round = async (): Promise<void> => {
    for (const tenantId of await options.tenants()) {
      await relay.run(tenantId);
      await consume.run(tenantId);
    }
  };
  const deaf = await database.listen(OUTBOX_CHANNEL, (payload) => relay.wake(payload as TenantId));
  const deafToLog = await database.listen(LOG_CHANNEL, (payload) => {
    consume.wake((payload.split(' ')[0] ?? '') as TenantId);
  });
  const timer = setInterval(() => {
    round().catch((fault: unknown) => onFault(fault, 'polling'));
  }, options.pollEvery ?? 5_000);
  timer.unref();
  return {
    round,
    stop: async () => {
      clearInterval(timer);
      await deaf();
      await deafToLog();
      await relay.settled();
      await consume.settled();
    },
  };
}
