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

call protect_tenant_table('outbox', 'select, insert, delete');

call protect_tenant_table('event_log', 'select, insert');

call protect_tenant_table('consumer_cursors', 'select, insert, update');
