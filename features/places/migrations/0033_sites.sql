-- Sites: courtyards, estates with or without a property company, waters,
-- shops, street furniture; a point or an area on the ground.
create table sites (
  tenant_id uuid not null,
  site_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  kind text not null,
  code text collate "C",
  name text not null,
  -- What the kind has beyond: {"propertyCompany": true}.
  attributes jsonb not null,
  geometry geometry(Geometry, 4326) not null check (st_isvalid(geometry)),
  from_day date not null,
  to_day date check (to_day > from_day),
  source_key text,
  source_digest text,
  primary key (tenant_id, site_id),
  constraint sites_source_key unique (tenant_id, source_key),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id)
);
create index sites_by_area on sites (tenant_id, area_path, site_id);
create index sites_by_geometry on sites using gist (geometry);
call protect_tenant_table('sites', 'select, insert, update');
