-- The post under which somebody looked; null for the person concerned and for readings before this column.
alter table access_log add column post_id uuid;
