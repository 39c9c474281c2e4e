-- Which post of a unit looks after which place, from a day on. A later one ends
-- the one before; who holds a post on a day is said by the appointments.
create table assignments (
  tenant_id uuid not null references tenants (tenant_id),
  assignment_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  organisation_id uuid not null,
  from_day date not null,
  to_day date check (to_day > from_day),
  settings jsonb not null,
  -- SHA-256 of the places with their posts.
  digest text not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (tenant_id, assignment_id),
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, organisation_id),
  -- Looked at when the transaction ends: the new one is written before the last one is ended.
  constraint assignments_no_overlap exclude using gist (
    tenant_id with =, organisation_id with =, daterange(from_day, to_day) with &&
  ) deferrable initially deferred
);
call protect_tenant_table('assignments', 'select, insert, update');

create table assigned_places (
  tenant_id uuid not null,
  assignment_id uuid not null,
  site_id uuid not null,
  post_id uuid not null,
  -- Held by hand, not by what is nearest.
  pinned boolean not null,
  primary key (tenant_id, assignment_id, site_id),
  foreign key (tenant_id, assignment_id) references assignments (tenant_id, assignment_id),
  foreign key (tenant_id, site_id) references sites (tenant_id, site_id),
  foreign key (tenant_id, post_id) references posts (tenant_id, post_id)
);
create index assigned_places_by_post on assigned_places (tenant_id, post_id);
call protect_tenant_table('assigned_places', 'select, insert');
