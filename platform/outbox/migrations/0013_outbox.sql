-- Events on their way: written by commands, taken by the relay after the commit.
create table outbox (
  tenant_id uuid not null,
  aggregate_id uuid not null,
  version integer not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, aggregate_id, version)
);
create index outbox_in_order on outbox (tenant_id, recorded_at, aggregate_id, version);

-- The log: each event has one dense position per tenant; append only. `link`
-- hashes each row over the one before, so that no row can be moved or left out.
create table event_log (
  tenant_id uuid not null,
  position bigint not null check (position > 0),
  aggregate_id uuid not null,
  version integer not null,
  key_id text not null,
  link text not null,
  primary key (tenant_id, position),
  unique (tenant_id, aggregate_id, version)
);

-- How far each consumer has come.
create table consumer_cursors (
  tenant_id uuid not null,
  consumer text not null,
  position bigint not null,
  primary key (tenant_id, consumer)
);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_tenant on outbox
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, delete on outbox to lianxin_app;

alter table event_log enable row level security;
alter table event_log force row level security;
create policy event_log_tenant on event_log
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on event_log to lianxin_app;

alter table consumer_cursors enable row level security;
alter table consumer_cursors force row level security;
create policy consumer_cursors_tenant on consumer_cursors
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on consumer_cursors to lianxin_app;
