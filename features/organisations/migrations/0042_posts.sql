-- Posts of organisations: the roles they carry, the area they reach over and
-- their step on the tenant's ladder. Roles do not change during a post's life.
create table posts (
  tenant_id uuid not null references tenants (tenant_id),
  post_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  organisation_id uuid not null,
  title text not null,
  code text,
  roles jsonb not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  rank integer not null check (rank between 1 and 9),
  closed_on date,
  primary key (tenant_id, post_id),
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, organisation_id),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id),
  constraint posts_code_key unique (tenant_id, code)
);
create index posts_by_organisation on posts (tenant_id, organisation_id, rank);
create index posts_by_area on posts (tenant_id, area_path);

-- The tenant's own words for the steps; where there are none, the usual ones hold.
create table ladder_steps (
  tenant_id uuid not null references tenants (tenant_id),
  rank integer not null check (rank between 1 and 9),
  name text not null,
  primary key (tenant_id, rank)
);

call protect_tenant_table('posts', 'select, insert, update');

call protect_tenant_table('ladder_steps');
