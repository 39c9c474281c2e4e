-- The newest first of a unit, as `matters_reported` has it for all: a reader of few matters
-- does not walk past those of everybody else.
create index matters_unit_reported
  on matters (tenant_id, handler_organisation_id, reported_at desc, matter_id desc)
  where handler_organisation_id is not null;
