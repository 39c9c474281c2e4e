-- Who holds a post, in legal days [from_day, to_day). The same person is never
-- appointed to the same post twice for one day.
create extension if not exists btree_gist;

create table appointments (
  tenant_id uuid not null references tenants (tenant_id),
  appointment_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  post_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date,
  primary key (tenant_id, appointment_id),
  foreign key (tenant_id, post_id) references posts (tenant_id, post_id),
  foreign key (tenant_id, person_id) references people (tenant_id, person_id),
  check (to_day is null or to_day >= from_day),
  constraint appointments_no_overlap exclude using gist (
    tenant_id with =, person_id with =, post_id with =, daterange(from_day, to_day) with &&
  )
);
create index appointments_by_person on appointments (tenant_id, person_id, from_day);
create index appointments_by_post on appointments (tenant_id, post_id, from_day);

-- Who stands in for the holder of a post for a time (AB roles).
create table substitutes (
  tenant_id uuid not null references tenants (tenant_id),
  substitute_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  post_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date not null,
  primary key (tenant_id, substitute_id),
  foreign key (tenant_id, post_id) references posts (tenant_id, post_id),
  foreign key (tenant_id, person_id) references people (tenant_id, person_id),
  check (to_day >= from_day),
  constraint substitutes_no_overlap exclude using gist (
    tenant_id with =, person_id with =, post_id with =, daterange(from_day, to_day) with &&
  )
);
create index substitutes_by_person on substitutes (tenant_id, person_id, from_day);
create index substitutes_by_post on substitutes (tenant_id, post_id, from_day);

call protect_tenant_table('appointments', 'select, insert, update');

call protect_tenant_table('substitutes', 'select, insert, update');
