-- A matter, its reporter, its words and its photos.

create table reporters (
  tenant_id uuid not null references tenants (tenant_id),
  reporter_id uuid not null,
  -- Protected: algorithm, key id and ciphertext; the hash finds the phone exactly, per tenant.
  name text,
  phone text,
  phone_hash text,
  -- Hash of the key given with the report to who left no phone.
  follow_hash text,
  version integer not null,
  audit_head text not null,
  primary key (tenant_id, reporter_id)
);
call protect_tenant_table('reporters');

create table matters (
  tenant_id uuid not null references tenants (tenant_id),
  matter_id uuid not null,
  version integer not null,
  audit_head text not null,
  number text not null,
  state text not null,
  round integer not null,
  -- Masked words; commitments only in the audit chain, so that lawful erasure leaves it valid.
  title text not null,
  description text not null,
  words tsvector not null,
  category_id uuid,
  condition text not null,
  source text not null,
  -- Key in the system it was imported from; two imports of one record meet here.
  external_key text,
  area_id uuid not null,
  -- The area of today: authority follows it. The area at filing: figures follow it.
  area_path text collate "C" not null,
  filed_area_path text collate "C",
  grid_id uuid,
  lng double precision,
  lat double precision,
  point geometry(Point, 4326) generated always as (
    case when lng is null then null else st_setsrid(st_makepoint(lng, lat), 4326) end
  ) stored,
  exactness text not null check (exactness in ('exact', 'inexact', 'none')),
  place_text text not null,
  reporter_id uuid,
  reporter_shared boolean not null,
  personal boolean not null,
  accused_organisation_id uuid,
  handler_organisation_id uuid,
  handler_post_id uuid,
  handled_by_persons jsonb not null,
  handled_by_organisations jsonb not null,
  reported_at timestamptz not null,
  filed_at timestamptz,
  dispatched_at timestamptz,
  accepted_at timestamptz,
  answered_at timestamptz,
  checked_at timestamptz,
  closed_at timestamptz,
  due_at timestamptz,
  handle_due_at timestamptz,
  response_due_at timestamptz,
  escalation_level integer not null,
  escalated_post_id uuid,
  escalate_at timestamptz,
  supervised boolean not null,
  extension_until timestamptz,
  review_on date,
  shelved_from text,
  merged_into uuid,
  call_back text,
  solved boolean,
  satisfaction integer check (satisfaction between 1 and 5),
  reopen_until timestamptz,
  excluded boolean not null,
  primary key (tenant_id, matter_id),
  unique (tenant_id, number),
  check ((lng is null) = (lat is null)),
  foreign key (tenant_id, category_id) references categories (tenant_id, category_id),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id),
  foreign key (tenant_id, reporter_id) references reporters (tenant_id, reporter_id),
  foreign key (tenant_id, handler_organisation_id)
    references organisations (tenant_id, organisation_id),
  foreign key (tenant_id, handler_post_id) references posts (tenant_id, post_id),
  foreign key (tenant_id, escalated_post_id) references posts (tenant_id, post_id),
  foreign key (tenant_id, accused_organisation_id)
    references organisations (tenant_id, organisation_id),
  foreign key (tenant_id, merged_into) references matters (tenant_id, matter_id)
);
call protect_tenant_table('matters');

create unique index matters_external on matters (tenant_id, external_key)
  where external_key is not null;
-- The list in the order of lateness, within an area.
create index matters_due on matters (tenant_id, (coalesce(due_at, 'infinity'::timestamptz)), matter_id);
create index matters_reported on matters (tenant_id, reported_at desc, matter_id desc);
create index matters_area_due on matters (tenant_id, area_path, due_at);
create index matters_handler on matters (tenant_id, handler_organisation_id, due_at)
  where handler_organisation_id is not null;
create index matters_post on matters (tenant_id, handler_post_id) where handler_post_id is not null;
create index matters_category on matters (tenant_id, category_id, reported_at desc);
-- What is open or waits for its call-back. The backlog by age is counted from the index
-- alone, so it holds all that the count and the reader's sight ask for.
create index matters_open on matters (tenant_id, area_path, reported_at)
  include (state, due_at, handler_organisation_id, accused_organisation_id, category_id)
  where state in ('reported', 'filed', 'dispatched', 'disputed', 'handling', 'answered', 'checked', 'shelved', 'closed');
create index matters_open_of_unit on matters (tenant_id, handler_organisation_id, due_at)
  where state in ('reported', 'filed', 'dispatched', 'disputed', 'handling', 'answered', 'checked', 'shelved', 'closed');
-- What the sweep looks for.
create index matters_escalate on matters (tenant_id, escalate_at) where escalate_at is not null;
create index matters_point on matters using gist (point) where point is not null;
create index matters_words on matters using gin (words);
create index matters_escalated on matters (tenant_id, escalated_post_id) where escalated_post_id is not null;
create index matters_merged on matters (tenant_id, merged_into) where merged_into is not null;
create index matters_reporter on matters (tenant_id, reporter_id) where reporter_id is not null;

-- Free words beside a step (reasons, notes, instructions): erasable, so apart from the audit chain.
create table matter_texts (
  tenant_id uuid not null,
  matter_id uuid not null,
  -- Version of the matter the words belong to.
  version integer not null,
  body text not null,
  told boolean not null,
  -- Seen by supervisors and leaders only: a complaint about the handling.
  confidential boolean not null,
  primary key (tenant_id, matter_id, version),
  foreign key (tenant_id, matter_id) references matters (tenant_id, matter_id)
);
call protect_tenant_table('matter_texts');

create table matter_photos (
  tenant_id uuid not null,
  matter_id uuid not null,
  digest text not null,
  stage text not null check (stage in ('before', 'after', 'check')),
  version integer not null,
  primary key (tenant_id, matter_id, digest),
  foreign key (tenant_id, matter_id) references matters (tenant_id, matter_id)
);
call protect_tenant_table('matter_photos');
