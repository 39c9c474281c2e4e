-- One row per command that was carried out: the same command again finds its answer here.
create table commands (
  tenant_id uuid not null,
  command_id uuid not null,
  actor text not null,
  name text not null,
  body_hash text not null,
  result jsonb,
  recorded_at timestamptz not null,
  primary key (tenant_id, command_id)
);

call protect_tenant_table('commands', 'select, insert, update');
