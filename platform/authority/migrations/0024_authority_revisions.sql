-- One number a tenant, which every change of anybody's authority raises in its
-- own transaction. The session of a request reads it along, so what is kept in
-- memory of a person's posts is known to hold (ADR 0012). It stands with the
-- accounts because their role reads it; it says nothing of the tenant but that
-- something changed.
create table auth.authority_revisions (
  tenant_id uuid primary key,
  revision bigint not null
);

revoke insert, update, delete on auth.authority_revisions from lianxin_auth;
grant usage on schema auth to lianxin_app;
grant select, insert, update on auth.authority_revisions to lianxin_app;
