-- Compensation schemes of an area. What is written stands in versions; the text
-- of each, also of every draft that was saved, is kept once and never changed.
create table schemes (
  tenant_id uuid not null references tenants (tenant_id),
  scheme_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  area_id uuid not null,
  -- The id of its document, said by the first publication; residents find it by this.
  code text,
  -- The version that holds now; null before the first publication and after a withdrawal.
  current_version_id uuid,
  begun_at timestamptz not null,
  primary key (tenant_id, scheme_id),
  constraint schemes_code unique (tenant_id, code),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id)
);
call protect_tenant_table('schemes', 'select, insert, update');

create table scheme_texts (
  tenant_id uuid not null references tenants (tenant_id),
  -- SHA-256 of the text as it was saved.
  text_digest text not null,
  body text not null,
  primary key (tenant_id, text_digest)
);
call protect_tenant_table('scheme_texts', 'select, insert');

create table scheme_versions (
  tenant_id uuid not null references tenants (tenant_id),
  version_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  scheme_id uuid not null,
  -- Its place among the versions of the scheme, from 1.
  number integer not null check (number > 0),
  state text not null
    check (state in ('draft', 'submitted', 'published', 'superseded', 'withdrawn', 'dropped')),
  text_digest text not null,
  -- SHA-256 of the canonical document, as statements name it; null where the text is none.
  digest text,
  -- As the document says them; null where it does not.
  code text,
  label text,
  title text,
  title_en text,
  errors integer not null,
  warnings integer not null,
  -- Everybody whose words stand in it, by person.
  writers jsonb not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  submitted_by uuid,
  published_at timestamptz,
  published_by uuid,
  -- When it was superseded, withdrawn or dropped.
  ended_at timestamptz,
  ended_by uuid,
  -- Of sending back or withdrawing.
  reason text,
  primary key (tenant_id, version_id),
  constraint scheme_versions_number unique (tenant_id, scheme_id, number),
  foreign key (tenant_id, scheme_id) references schemes (tenant_id, scheme_id),
  foreign key (tenant_id, text_digest) references scheme_texts (tenant_id, text_digest),
  check (state not in ('published', 'superseded', 'withdrawn')
    or (digest is not null and published_at is not null and published_by is not null))
);
-- One version of a scheme is in the making at a time.
create unique index scheme_versions_open on scheme_versions (tenant_id, scheme_id)
  where state in ('draft', 'submitted');
-- What was public keeps its name.
create unique index scheme_versions_label on scheme_versions (tenant_id, scheme_id, label)
  where state in ('published', 'superseded', 'withdrawn');
call protect_tenant_table('scheme_versions', 'select, insert, update');
