-- Seals over the log of events, chained and signed, append only.
create table seals (
  tenant_id uuid not null,
  number integer not null check (number > 0),
  from_position bigint not null,
  to_position bigint not null,
  events bigint not null,
  chains bigint not null,
  heads text not null,
  link text not null,
  previous text not null,
  sealed_at timestamptz not null,
  key_id text not null,
  hash text not null,
  signature text not null,
  primary key (tenant_id, number),
  check (to_position > from_position)
);

call protect_tenant_table('seals', 'select, insert');
