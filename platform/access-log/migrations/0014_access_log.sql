-- Who looked at which protected values of whom, and what for; append only.
create table access_log (
  tenant_id uuid not null,
  access_id uuid not null,
  actor text not null,
  purpose text not null,
  reason text,
  subject_type text not null,
  subject_id uuid not null,
  fields jsonb not null,
  read_at timestamptz not null,
  primary key (tenant_id, access_id)
);
create index access_log_by_subject on access_log (tenant_id, subject_id, read_at);
create index access_log_by_time on access_log (tenant_id, read_at);

call protect_tenant_table('access_log', 'select, insert');
