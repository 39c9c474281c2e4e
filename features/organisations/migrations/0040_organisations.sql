-- Organisations of every kind in one tree; `path` is the ids from the root on.
create table organisations (
  tenant_id uuid not null references tenants (tenant_id),
  organisation_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  parent_id uuid,
  path text collate "C" not null,
  kind text not null,
  name text not null,
  code text,
  credit_code text,
  area_id uuid not null,
  area_path text collate "C" not null,
  opened_on date not null,
  closed_on date,
  -- Digest of the record it was imported from.
  source_digest text,
  primary key (tenant_id, organisation_id),
  foreign key (tenant_id, parent_id) references organisations (tenant_id, organisation_id),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id),
  constraint organisations_code_key unique (tenant_id, code),
  constraint organisations_credit_code_key unique (tenant_id, credit_code),
  check (closed_on is null or closed_on >= opened_on)
);
create index organisations_by_path on organisations (tenant_id, path);
create index organisations_by_parent on organisations (tenant_id, parent_id);
create index organisations_by_area on organisations (tenant_id, area_path);

call protect_tenant_table('organisations', 'select, insert, update');
