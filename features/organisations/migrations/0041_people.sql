-- People who hold posts: staff, cadres, partners. Residents are not here, and
-- nothing here refers to a household. Phone, identity number and Party
-- membership are ciphertext; the hashes are keyed per tenant, for exact search.
create table people (
  tenant_id uuid not null references tenants (tenant_id),
  person_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  name text not null,
  code text,
  phone text,
  phone_hash text,
  phone_masked text,
  identity_number text,
  identity_hash text,
  membership text,
  left_on date,
  -- Digest of the record it was imported from.
  source_digest text,
  primary key (tenant_id, person_id),
  constraint people_code_key unique (tenant_id, code),
  constraint people_identity_key unique (tenant_id, identity_hash)
);
create index people_by_name on people (tenant_id, name, person_id);
create index people_by_phone on people (tenant_id, phone_hash);

call protect_tenant_table('people', 'select, insert, update');
