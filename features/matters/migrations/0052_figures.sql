-- Figures: increments appended by commands, folded by a job, read as the sum of both.
create table figure_increments (
  tenant_id uuid not null references tenants (tenant_id),
  increment_id uuid not null,
  measure text not null,
  -- Legal day of the tenant the figure belongs to.
  day date not null,
  area_path text collate "C" not null,
  -- Null where there is none (not filed, not dispatched).
  category_id uuid,
  organisation_id uuid,
  delta integer not null,
  primary key (tenant_id, increment_id)
);
call protect_tenant_table('figure_increments');

-- Folded: one row for every area above the place, whole and by category and by unit, per day and per month.
create table figures (
  tenant_id uuid not null references tenants (tenant_id),
  area_path text collate "C" not null,
  dimension text not null check (dimension in ('all', 'category', 'organisation')),
  period text not null check (period in ('day', 'month')),
  starts date not null,
  measure text not null,
  -- Category or organisation; the nil UUID for `all` and where there is none.
  key uuid not null,
  total bigint not null,
  primary key (tenant_id, area_path, dimension, period, starts, measure, key)
);
call protect_tenant_table('figures');
