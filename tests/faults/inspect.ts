/** Looks through a database for anything that was lost, doubled or done by half. Says each finding. */
import {
  categoryAggregate,
  matterAggregate,
  reporterAggregate,
  suggestionAggregate,
} from '#features/matters/server/public.ts';
import { ORGANISATION_AGGREGATES } from '#features/organisations/server/public.ts';
import { PLACES_AGGREGATES } from '#features/places/server/public.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import type { Acknowledged, Office } from './office.ts';
import { figuresThatDiffer } from './recounted.ts';

/** Those of `apps/server/wiring.ts`, without the whole server behind them: it starts again and again. */
const AGGREGATES = [
  ...PLACES_AGGREGATES,
  ...ORGANISATION_AGGREGATES,
  categoryAggregate,
  reporterAggregate,
  matterAggregate,
  suggestionAggregate,
];

/** Each statement names what must not be: a sentence, and the rows for which it is true. */
const WOUNDS: readonly (readonly [string, string])[] = [
  [
    'a command without its answer',
    'select command_id::text as id from commands where tenant_id = $1 and result is null',
  ],
  [
    'a command on a matter without its event',
    `select c.command_id::text as id from commands c
     where c.tenant_id = $1 and c.result ? 'matterId' and not exists (
       select 1 from audit_events e where e.tenant_id = $1 and e.command_id = c.command_id)`,
  ],
  [
    'an event without its command',
    `select e.event_id::text as id from audit_events e
     where e.tenant_id = $1 and not exists (
       select 1 from commands c where c.tenant_id = $1 and c.command_id = e.command_id)`,
  ],
  [
    'a report with half of its events',
    `select c.command_id::text as id from commands c
     where c.tenant_id = $1 and c.name = 'matters.report' and 2 <> (
       select count(*) from audit_events e where e.tenant_id = $1 and e.command_id = c.command_id)`,
  ],
  [
    'an event that neither waits for the relay nor stands in the log, or does both',
    `select e.event_id::text as id from audit_events e
     left join outbox o on o.tenant_id = $1
       and (o.aggregate_id, o.version) = (e.aggregate_id, e.version)
     left join event_log l on l.tenant_id = $1
       and (l.aggregate_id, l.version) = (e.aggregate_id, e.version)
     where e.tenant_id = $1 and (o.version is null) = (l.version is null)`,
  ],
  [
    'a matter whose version is not that of its last event',
    `select m.matter_id::text as id from matters m
     where m.tenant_id = $1 and (m.version, m.audit_head) is distinct from (
       select (e.version, e.hash) from audit_events e
       where e.tenant_id = $1 and e.aggregate_id = m.matter_id order by e.version desc limit 1)`,
  ],
  [
    'an event a consumer was told of twice, or passed over without being told',
    `select e.event_id::text as id from event_log l
     join audit_events e on e.tenant_id = $1
       and (e.aggregate_id, e.version) = (l.aggregate_id, l.version)
     left join told t on t.tenant_id = $1 and t.event_id = e.event_id
     cross join (select coalesce(max(position), 0) as position from consumer_cursors
       where tenant_id = $1 and consumer = 'tells-once') c
     where l.tenant_id = $1 and e.aggregate_type in ('matter', 'reporter')
       and coalesce(t.times, 0) <> case when l.position <= c.position then 1 else 0 end`,
  ],
];

const LOST = `
  select a.id::text as id from jsonb_to_recordset($2::jsonb) as a (id uuid, matter uuid, version integer)
  where not exists (
      select 1 from commands c where c.tenant_id = $1 and c.command_id = a.id
      and c.result->>'matterId' = a.matter::text)
    or not exists (
      select 1 from audit_events e where e.tenant_id = $1 and e.aggregate_id = a.matter
      and e.version = a.version and e.command_id = a.id)
    or not exists (
      select 1 from matters m where m.tenant_id = $1 and m.matter_id = a.matter
      and m.version >= a.version)`;

export async function inspect(
  { installation, plan: { tenantId } }: Office,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const { database } = installation.services;
  const answers = acknowledged.map(({ id, matterId, version }) => ({
    id,
    matter: matterId,
    version,
  }));
  const found = await database.read(
    tenantId,
    { sql: LOST, parameters: [tenantId, JSON.stringify(answers)] },
    ...WOUNDS.map(([, sql]) => ({ sql, parameters: [tenantId] })),
  );
  const names = ['an acknowledged command that is not there', ...WOUNDS.map(([name]) => name)];
  const wounds = found.flatMap(({ rows }, at) =>
    rows.map((row) => `${names[at]}: ${String(row['id'])}`),
  );
  const services = { ...installation.services, ...installation, aggregates: AGGREGATES };
  const { findings } = await verifyTenant(services, tenantId);
  return [
    ...wounds,
    ...findings.map((finding) => `audit: ${JSON.stringify(finding)}`),
    ...(await figuresThatDiffer(database, tenantId)),
  ];
}
