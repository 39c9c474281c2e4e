-- How residents reach a unit. It is told in public, so it is the unit's and nobody's own.
alter table organisations
  add column phone text,
  add column address text,
  add column hours text;
