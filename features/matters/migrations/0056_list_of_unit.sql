-- The list of a unit in the order of lateness: as `matters_due` has it for all, so that
-- a reader of few matters does not walk past those of everybody else.
drop index matters_handler;
create index matters_unit_due
  on matters (tenant_id, handler_organisation_id, (coalesce(due_at, 'infinity'::timestamptz)), matter_id)
  where handler_organisation_id is not null;
