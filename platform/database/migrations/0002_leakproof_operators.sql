-- Row level security lets an index serve only operators that cannot leak what
-- they saw. The few that hot queries need are marked so, where the owner may do
-- it (a superuser); elsewhere they stay correct and slow, and `doctor` warns.
-- Why this is safe: docs/decisions/0003-leakproof-operators.md.

create extension if not exists pg_trgm;

do $$
declare
  operator_function text;
begin
  foreach operator_function in array array[
    -- geometry && geometry, geometry @ geometry, geometry ~ geometry
    'geometry_overlaps(geometry, geometry)',
    'geometry_within(geometry, geometry)',
    'geometry_contains(geometry, geometry)',
    -- tsvector @@ tsquery, tsquery @@ tsvector
    'pg_catalog.ts_match_vq(tsvector, tsquery)',
    'pg_catalog.ts_match_qv(tsquery, tsvector)',
    -- text ilike text, text like text
    'pg_catalog.texticlike(text, text)',
    'pg_catalog.textlike(text, text)'
  ] loop
    execute format('alter function %s leakproof', operator_function);
  end loop;
exception when insufficient_privilege then
  raise notice 'operators not marked leakproof: search and maps will scan (see docs/decisions/0003)';
end
$$;
