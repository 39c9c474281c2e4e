-- Accounts and sessions, in a schema and under a role of their own (design
-- 3.14). One account may be a person in several tenants, so nothing here refers
-- to tenant tables by foreign key. Columns follow better-auth, names are ours.

create table auth.accounts (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  username text not null unique,
  display_username text,
  two_factor_enabled boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.credentials (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.accounts (id),
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, provider_id)
);

-- `token` is a hash: a copy of this table opens no session.
create table auth.sessions (
  id uuid primary key,
  token text not null unique,
  user_id uuid not null references auth.accounts (id),
  tenant_id uuid,
  begun_by text not null check (begun_by in ('password', 'link')),
  second_factor boolean not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sessions_by_account on auth.sessions (user_id);

create table auth.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verifications_by_identifier on auth.verifications (identifier);

create table auth.second_factors (
  id uuid primary key,
  user_id uuid not null unique references auth.accounts (id),
  secret text not null,
  backup_codes text not null,
  verified boolean not null,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
