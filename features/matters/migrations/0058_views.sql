-- How people want the list of matters, under names of their own. Name and
-- conditions may hold words somebody typed: commitments only in the audit chain.
create table views (
  tenant_id uuid not null references tenants (tenant_id),
  view_id uuid not null,
  version integer not null,
  audit_head text not null,
  owner_id uuid not null,
  -- The organisation it is shared with; null for the owner's own.
  organisation_id uuid,
  name text not null,
  -- The address of the list: conditions, order, grouping, columns; JSON.
  query text not null,
  removed boolean not null default false,
  primary key (tenant_id, view_id),
  constraint views_owner foreign key (tenant_id, owner_id) references people (tenant_id, person_id),
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, organisation_id)
);
create index views_by_owner on views (tenant_id, owner_id) where not removed;
create index views_by_organisation on views (tenant_id, organisation_id)
  where not removed and organisation_id is not null;
call protect_tenant_table('views', 'select, insert, update');

-- What somebody wants to see first when they open the list.
create table first_views (
  tenant_id uuid not null references tenants (tenant_id),
  first_view_id uuid not null,
  version integer not null,
  audit_head text not null,
  person_id uuid not null,
  view_id uuid,
  primary key (tenant_id, first_view_id),
  constraint first_views_one unique (tenant_id, person_id),
  constraint first_views_person foreign key (tenant_id, person_id) references people (tenant_id, person_id),
  foreign key (tenant_id, view_id) references views (tenant_id, view_id)
);
call protect_tenant_table('first_views', 'select, insert, update');
