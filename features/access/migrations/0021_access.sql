-- Who an account is in which tenant: one person there at most.
create table auth.account_links (
  account_id uuid not null references auth.accounts (id),
  tenant_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (account_id, tenant_id),
  unique (tenant_id, person_id)
);

-- Attempts per account (or per name that no account has), for the lock-out.
create table auth.attempts (
  attempt_key text primary key,
  count integer not null,
  window_started_at timestamptz not null,
  locked_until timestamptz
);

-- Codes that were taken, hashed: none is taken twice.
create table auth.used_codes (
  account_id uuid not null references auth.accounts (id),
  code_hash text not null,
  used_at timestamptz not null,
  primary key (account_id, code_hash)
);

-- Links that sign somebody in once; only their hash is kept.
create table auth.sign_in_links (
  token_hash text primary key,
  account_id uuid not null references auth.accounts (id),
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_by_account on auth.sign_in_links (account_id);

-- What happened to accounts and sessions: appended, never changed (the role has
-- no right to). Signing in belongs to no aggregate and, before it succeeds, to
-- no tenant, so these stand here and not in the tenants' audit chains.
create table auth.access_events (
  event_id uuid primary key,
  happened_at timestamptz not null,
  kind text not null,
  account_id uuid,
  tenant_id uuid,
  detail jsonb not null
);
create index access_events_by_account on auth.access_events (account_id, happened_at);
create index access_events_by_tenant on auth.access_events (tenant_id, happened_at);

revoke update, delete on auth.access_events from lianxin_auth;

-- What a tenant decides about access; where it says nothing, the usual holds.
create table access_policies (
  tenant_id uuid not null references tenants (tenant_id),
  second_factor_roles jsonb not null,
  primary key (tenant_id)
);
call protect_tenant_table('access_policies', 'select, insert, update');
