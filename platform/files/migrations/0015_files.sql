-- What is known of each file and whose it is; the bytes stand in the file store.
create table files (
  tenant_id uuid not null,
  file_id uuid not null,
  digest text not null,
  thumbnail text,
  media text not null,
  bytes integer not null,
  width integer,
  height integer,
  owner_type text not null,
  owner_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, file_id)
);
create index files_by_owner on files (tenant_id, owner_type, owner_id);
create index files_by_digest on files (tenant_id, digest);
create index files_by_thumbnail on files (tenant_id, thumbnail);

call protect_tenant_table('files', 'select, insert, update, delete');
