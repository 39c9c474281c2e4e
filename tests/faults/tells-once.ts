/** A consumer that counts how often it was told of each event. */
import type { Statement } from '#platform/database/database.ts';
import type { Consumer } from '#platform/outbox/consumer.ts';

export const TOLD_TABLE = `
  create table told (
    tenant_id uuid not null, event_id uuid not null, times integer not null,
    primary key (tenant_id, event_id)
  );
  call protect_tenant_table('told')`;

export const tellsOnce: Consumer = {
  name: 'tells-once',
  kinds: ['matter.*', 'reporter.*'],
  consume: async (tenantId, events) =>
    events.map(
      ({ eventId }): Statement => ({
        sql: `insert into told (tenant_id, event_id, times) values ($1, $2, 1)
              on conflict (tenant_id, event_id) do update set times = told.times + 1`,
        parameters: [tenantId, eventId],
      }),
    ),
};
