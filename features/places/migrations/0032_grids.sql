-- Grids: the identity stays, the border changes. A unit grid is smaller than a
-- responsibility grid, and neither is a grid of community governance.
create table grids (
  tenant_id uuid not null,
  grid_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  kind text not null check (kind in ('community', 'special', 'unit', 'responsibility', 'zone')),
  code text collate "C",
  local_code boolean not null,
  name text not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  source_key text,
  source_digest text,
  primary key (tenant_id, grid_id),
  constraint grids_code_key unique (tenant_id, code),
  constraint grids_source_key unique (tenant_id, source_key),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id)
);
create index grids_by_area on grids (tenant_id, area_path, grid_id);
call protect_tenant_table('grids', 'select, insert, update');

create table grid_versions (
  tenant_id uuid not null,
  grid_id uuid not null,
  version integer not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  geometry geometry(MultiPolygon, 4326) not null check (st_isvalid(geometry)),
  -- On the sphere; the smallest grid at a point is the one that answers.
  square_metres double precision not null,
  primary key (tenant_id, grid_id, version),
  foreign key (tenant_id, grid_id) references grids (tenant_id, grid_id),
  constraint grid_versions_no_overlap exclude using gist (
    tenant_id with =, grid_id with =, daterange(from_day, to_day) with &&
  )
);
create index grid_versions_by_geometry on grid_versions using gist (geometry);
call protect_tenant_table('grid_versions');

-- What a correction replaced, with the time it was found wrong. What holds
-- stands in the version tables alone, so that no reader must leave anything out.
create table place_corrections (
  tenant_id uuid not null references tenants (tenant_id),
  place_id uuid not null,
  version integer not null,
  place_type text not null check (place_type in ('area', 'grid')),
  corrected_at timestamptz not null,
  -- The row that was replaced, its geometry as GeoJSON.
  replaced jsonb not null,
  primary key (tenant_id, place_id, version)
);
call protect_tenant_table('place_corrections', 'select, insert');
