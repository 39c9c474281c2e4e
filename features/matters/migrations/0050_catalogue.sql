-- What a place says of its matters: categories, limits, duties, the ladder, settings.
-- All of it is data of the tenant; nothing here is code.

create table categories (
  tenant_id uuid not null references tenants (tenant_id),
  category_id uuid not null,
  parent_id uuid,
  code text not null,
  name text not null,
  name_en text not null default '',
  kind text not null check (kind in ('component', 'event')),
  -- False where a community may not be made main handler (off the list of duties).
  community_may_handle boolean not null default true,
  -- [{code, name, nameEn}]: under which a limit of its own holds.
  conditions jsonb not null default '[]',
  -- Shown to residents on the report form.
  plain boolean not null default true,
  retired boolean not null default false,
  version integer not null,
  audit_head text not null,
  primary key (tenant_id, category_id),
  unique (tenant_id, code),
  foreign key (tenant_id, parent_id) references categories (tenant_id, category_id)
);
call protect_tenant_table('categories');

-- Several limits for one category: by stage and condition.
create table category_limits (
  tenant_id uuid not null,
  category_id uuid not null,
  stage text not null check (stage in ('file', 'dispatch', 'respond', 'handle', 'check', 'close', 'call_back')),
  condition text not null default '',
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('hour', 'work_hour', 'working_day', 'calendar_day')),
  -- The rule it comes from: an article, a standard, a local decision.
  rule text not null,
  primary key (tenant_id, category_id, stage, condition),
  foreign key (tenant_id, category_id) references categories (tenant_id, category_id)
);
call protect_tenant_table('category_limits');

-- Whose duty a category is, and where: the owner of components, the unit answerable for events.
create table duties (
  tenant_id uuid not null,
  category_id uuid not null,
  organisation_id uuid not null,
  area_path text collate "C" not null,
  basis text not null check (basis in ('owner', 'territory')),
  primary key (tenant_id, category_id, organisation_id, area_path, basis),
  foreign key (tenant_id, category_id) references categories (tenant_id, category_id),
  foreign key (tenant_id, organisation_id) references organisations (tenant_id, organisation_id)
);
call protect_tenant_table('duties');

-- How long a late matter stays on a rung of the tenant's ladder before it climbs to the next.
create table escalation_rungs (
  tenant_id uuid not null references tenants (tenant_id),
  -- The rung it has reached; its name is that of the post's step in `organisations`.
  rung integer not null check (rung >= 1),
  amount integer not null check (amount > 0),
  unit text not null check (unit in ('hour', 'work_hour', 'working_day', 'calendar_day')),
  primary key (tenant_id, rung)
);
call protect_tenant_table('escalation_rungs');

create table matter_settings (
  tenant_id uuid not null references tenants (tenant_id),
  -- Days within which a reporter may have a closed matter taken up again.
  reopen_days integer not null default 15 check (reopen_days >= 1),
  -- Work hours of the day as minutes from midnight: [[540,720],[810,1050]].
  work_hours jsonb not null default '[[540,720],[810,1050]]',
  -- Days of the official calendar announced after this release: {"2027-01-01": "off"|"work"}.
  calendar_days jsonb not null default '{}',
  -- Whether a check must show a photo, beside words.
  check_needs_photo boolean not null default false,
  primary key (tenant_id)
);
call protect_tenant_table('matter_settings');
