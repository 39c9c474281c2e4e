-- Screens that stand somewhere and are nobody's: what they may show is decided
-- by the tenant's own row of that id. Before it is paired a screen belongs to
-- no tenant, so these stand with the accounts. `token_hash` is a hash: a copy of
-- this table opens nothing.
create table auth.devices (
  token_hash text primary key,
  -- Shown on the screen until it is paired; nobody can be asked for it afterwards.
  code text unique,
  code_ends_at timestamptz,
  asked_at timestamptz not null,
  tenant_id uuid,
  device_id uuid,
  paired_at timestamptz,
  check ((device_id is null) = (tenant_id is null)),
  check ((device_id is null) = (paired_at is null)),
  check ((device_id is null) = (code is not null))
);
create index devices_waiting on auth.devices (code_ends_at) where device_id is null;
