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

alter table commands enable row level security;
alter table commands force row level security;
create policy commands_tenant on commands
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on commands to lianxin_app;
