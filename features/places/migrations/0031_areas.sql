create extension if not exists btree_gist;

-- The areas of a tenant: divisions copied with their codes, joined by local
-- ones. The row holds what is true now, `area_versions` what was true when.
create table areas (
  tenant_id uuid not null references tenants (tenant_id),
  area_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  parent_area_id uuid,
  -- Segments of three characters, one per level: `path >= p and path < p || '~'` is a subtree.
  area_path text collate "C" not null check (area_path ~ '^([0-9a-z]{3})+$'),
  kind text not null check (kind in ('division', 'local', 'zone')),
  level text check (level in ('province', 'city', 'county', 'town', 'village')),
  -- Null where an area has no code at all.
  code text collate "C",
  local_code boolean not null,
  name text not null,
  name_en text not null,
  from_day date not null,
  -- First day on which the area no longer exists.
  to_day date check (to_day > from_day),
  geometry geometry(MultiPolygon, 4326) check (st_isvalid(geometry)),
  -- Key of the record it was imported from, and the digest of that record.
  source_key text,
  source_digest text,
  primary key (tenant_id, area_id),
  constraint areas_path_key unique (tenant_id, area_path),
  constraint areas_code_key unique (tenant_id, code),
  constraint areas_source_key unique (tenant_id, source_key),
  foreign key (tenant_id, parent_area_id) references areas (tenant_id, area_id),
  check ((parent_area_id is null) = (length(area_path) = 3))
);
create index areas_by_parent on areas (tenant_id, parent_area_id, area_path);
create index areas_by_geometry on areas using gist (geometry);
call protect_tenant_table('areas', 'select, insert, update');

create table area_versions (
  tenant_id uuid not null,
  area_id uuid not null,
  -- Version of the area that recorded it.
  version integer not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  name text not null,
  code text collate "C",
  geometry geometry(MultiPolygon, 4326),
  primary key (tenant_id, area_id, version),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id),
  constraint area_versions_no_overlap exclude using gist (
    tenant_id with =, area_id with =, daterange(from_day, to_day) with &&
  )
);
create index area_versions_by_geometry on area_versions using gist (geometry);
call protect_tenant_table('area_versions');
