-- What every later migration stands on: the roles, the tenant setting, the
-- protection of tenant tables, the shared table of tenants.

create extension if not exists postgis;

-- Roles belong to the whole cluster: another database may have made them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lianxin_app') then
    create role lianxin_app nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'lianxin_auth') then
    create role lianxin_auth nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then
  null; -- made at the same moment from another database of the cluster
end
$$;

grant usage on schema public to lianxin_app;

-- Accounts and sessions: a role of their own, which sees nothing of the tenants.
create schema auth;
grant usage on schema auth to lianxin_auth;
alter default privileges in schema auth
  grant select, insert, update, delete on tables to lianxin_auth;

-- The tenant of the transaction. `set_config` does not travel to Citus workers, `set local` does.
create function set_tenant(tenant uuid) returns void
language plpgsql as $$
begin
  execute format('set local app.tenant = %L', tenant);
end
$$;

-- No tenant is no rows, never an error: the setting is empty once it has been set in a session.
create function current_tenant() returns uuid
language sql stable parallel safe as $$
  select nullif(current_setting('app.tenant', true), '')::uuid
$$;

-- One line in each migration that makes a tenant's table:
--   call protect_tenant_table('matters');
--   call protect_tenant_table('audit_events', 'select, insert');
create procedure protect_tenant_table(
  table_name text,
  rights text default 'select, insert, update, delete'
)
language plpgsql as $$
begin
  if rights !~ '^(select|insert|update|delete)(, (select|insert|update|delete))*$' then
    raise exception 'not a list of rights: %', rights;
  end if;
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy tenant on %I using (tenant_id = current_tenant()) '
    'with check (tenant_id = current_tenant())',
    table_name
  );
  execute format('grant %s on %I to lianxin_app', rights, table_name);
end
$$;

-- One line for each table that all tenants share: the server reads it, the owner fills it.
create procedure share_table(table_name text)
language plpgsql as $$
begin
  execute format('grant select on %I to lianxin_app', table_name);
end
$$;

create table tenants (
  tenant_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  name_en text,
  time_zone text not null default 'Asia/Shanghai',
  division_code text,
  demonstration boolean not null default false,
  created_at timestamptz not null
);
call share_table('tenants');
