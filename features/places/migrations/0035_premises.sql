-- What stands on an estate or courtyard: buildings, their entrances, their rooms. Nobody who
-- lives there is named here.
create table premises (
  tenant_id uuid not null,
  premise_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  site_id uuid not null,
  -- What it stands in; null where it stands on the site itself.
  parent_id uuid,
  -- The building an entrance or a room belongs to; null where it stands on the site itself.
  building_id uuid,
  -- The parent, or the site: names are told apart below it.
  above_id uuid not null,
  -- That of the site.
  area_path text collate "C" not null,
  kind text not null check (kind in ('building', 'entrance', 'room')),
  name text not null,
  -- The name with its numbers filled up, so that 2 comes before 10.
  sort_key text collate "C" not null,
  -- Of a room; null where nobody said.
  floor integer,
  from_day date not null,
  -- First day on which it is no longer there.
  to_day date check (to_day >= from_day),
  primary key (tenant_id, premise_id),
  foreign key (tenant_id, site_id) references sites (tenant_id, site_id),
  foreign key (tenant_id, parent_id) references premises (tenant_id, premise_id),
  foreign key (tenant_id, building_id) references premises (tenant_id, premise_id),
  check (kind <> 'building' or parent_id is null),
  check (kind <> 'entrance' or parent_id is not null),
  check (floor is null or kind = 'room')
);
create unique index premises_name_key on premises (tenant_id, above_id, name) where to_day is null;
create index premises_below on premises (tenant_id, above_id, sort_key, premise_id) where to_day is null;
create index premises_of_site on premises (tenant_id, site_id, kind) where to_day is null;
create index premises_of_building on premises (tenant_id, building_id, kind) where to_day is null;
call protect_tenant_table('premises', 'select, insert, update');
