-- What happened, append only: the application may insert and select.
-- The texts are kept byte for byte, since they are hashed.
create table audit_events (
  tenant_id uuid not null,
  aggregate_id uuid not null,
  version integer not null check (version > 0),
  aggregate_type text not null,
  event_id uuid not null,
  kind text not null,
  actor text not null,
  command_id uuid not null,
  recorded_at timestamptz not null,
  fields text not null,
  commitments text not null,
  details text not null,
  previous text not null,
  key_id text not null,
  hash text not null,
  primary key (tenant_id, aggregate_id, version)
);

call protect_tenant_table('audit_events', 'select, insert');
