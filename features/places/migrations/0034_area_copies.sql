-- Divisions of the country that a tenant has asked to be copied into its areas:
-- done in the background, and found again here after a crash. The areas made
-- have their own history; this is the slip on which the work stands.
create table area_copies (
  tenant_id uuid not null references tenants (tenant_id),
  copy_id uuid not null,
  code text collate "C" not null check (code ~ '^([0-9]{4}|[0-9]{6})$'),
  name text not null,
  -- Divisions under the code, and how many of them have been gone through.
  total integer not null check (total > 0),
  done integer not null default 0 check (done >= 0),
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, copy_id)
);
create index area_copies_waiting on area_copies (tenant_id) where ended_at is null;
call protect_tenant_table('area_copies', 'select, insert, update');
