-- A name that the place gave its area itself stays when divisions are copied again or lists are imported.
alter table areas add column named_here boolean not null default false;
-- Null in versions from before it was kept.
alter table area_versions add column name_en text;
