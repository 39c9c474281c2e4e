-- Screens that show totals of an area: allowed by somebody for a time, and ended
-- by somebody or by time. The screen's token stands with the accounts.
create table walls (
  tenant_id uuid not null references tenants (tenant_id),
  wall_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  name text not null,
  area_id uuid not null,
  allowed_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  -- What was last chosen from a desk.
  scene text,
  held boolean not null,
  primary key (tenant_id, wall_id),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id)
);
call protect_tenant_table('walls', 'select, insert, update');
