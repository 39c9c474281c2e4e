-- Files that somebody brought to the desk, what was made of them and what was
-- taken back again. Done in the background and found again here after a crash.
create table import_runs (
  tenant_id uuid not null references tenants (tenant_id),
  run_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  kind text not null,
  -- Whose it is, and the area over which they may import this kind: who reaches it sees the run.
  person_id uuid not null,
  account_id uuid not null,
  area_path text collate "C" not null,
  file_name text not null,
  -- The file itself is kept until the run is over, and no longer.
  file_digest text,
  -- SHA-256 over the headings: the next file with the same ones is matched alike.
  headings text,
  mapping jsonb,
  state text not null check (state in
    ('new', 'checking', 'checked', 'importing', 'done', 'undoing', 'undone', 'dropped', 'refused')),
  -- Why the file as a whole was refused: code and what fills its sentence.
  problem jsonb,
  begun_at timestamptz not null,
  imported_at timestamptz,
  undone_at timestamptz,
  -- How far it is: no history of its own.
  progress double precision not null default 0,
  counts jsonb not null default '{}',
  primary key (tenant_id, run_id)
);
create index import_runs_by_time on import_runs (tenant_id, begun_at desc, run_id);
create index import_runs_by_headings on import_runs (tenant_id, kind, headings, begun_at desc);
create index import_runs_working on import_runs (tenant_id)
  where state in ('checking', 'importing', 'undoing');
call protect_tenant_table('import_runs', 'select, insert, update');

-- Cells that were not taken, so many that a person can look through them; phone
-- and identity numbers masked, protected columns left out.
create table import_problems (
  tenant_id uuid not null,
  run_id uuid not null,
  place integer not null,
  row_number integer not null,
  column_name text not null,
  code text not null,
  detail jsonb,
  -- The row as it stands in the file: column to text.
  cells jsonb not null,
  primary key (tenant_id, run_id, place),
  foreign key (tenant_id, run_id) references import_runs (tenant_id, run_id)
);
call protect_tenant_table('import_problems');

-- What a run began (before is 0) or changed, written with the batch that did it.
create table import_changes (
  tenant_id uuid not null,
  run_id uuid not null,
  place integer not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  version_before integer not null,
  version_after integer not null,
  -- What undoing came to: taken_back, or why it was kept.
  outcome text,
  used_by text,
  primary key (tenant_id, run_id, place),
  foreign key (tenant_id, run_id) references import_runs (tenant_id, run_id)
);
call protect_tenant_table('import_changes', 'select, insert, update');
