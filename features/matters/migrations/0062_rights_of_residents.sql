-- What a resident may ask of the data that are held on them.
-- When name and phone were erased at the reporter's own word; null where they never were, or were left anew.
alter table reporters add column erased_at timestamptz;

-- Since when a complaint about the handling waits for the answer of somebody who had no part in it.
alter table matters add column complaint_at timestamptz;
create index matters_complaint on matters (tenant_id, complaint_at) where complaint_at is not null;

-- The contact is of a helper who reported for somebody else; of that person nothing is kept.
alter table reporters add column for_other boolean not null default false;

-- Suggestions about the system itself, by anybody; answered by the system administrator.
create table suggestions (
  tenant_id uuid not null references tenants (tenant_id),
  suggestion_id uuid not null,
  version integer not null,
  audit_head text not null,
  number text not null,
  -- Masked words; commitments only in the audit chain.
  body text not null,
  -- The member of staff it came from; null where it came from the public.
  person_id uuid,
  -- Hash of the key given to somebody from the public.
  follow_hash text,
  sent_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  primary key (tenant_id, suggestion_id),
  unique (tenant_id, number),
  check ((answer is null) = (answered_at is null)),
  foreign key (tenant_id, person_id) references people (tenant_id, person_id)
);
call protect_tenant_table('suggestions');
create index suggestions_sent on suggestions (tenant_id, sent_at desc, suggestion_id desc);
create index suggestions_person on suggestions (tenant_id, person_id) where person_id is not null;
