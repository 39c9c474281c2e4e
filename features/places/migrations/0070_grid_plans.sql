-- Plans for the grids of an area: proposed, consulted with residents, in force
-- from a day. What is in force stands in `grids` and `grid_versions`.
create table grid_plans (
  tenant_id uuid not null references tenants (tenant_id),
  grid_plan_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  area_id uuid not null,
  area_path text collate "C" not null,
  name text not null,
  reason text not null,
  state text not null check (state in ('proposed', 'consulted', 'in_force', 'withdrawn')),
  -- Size, tolerance, price of moving, seed: with the same households they give the same grids.
  settings jsonb not null,
  -- Counted here from the households, not taken from who proposed.
  figures jsonb not null,
  -- What could not be as asked, as the planning told it.
  findings jsonb not null,
  -- SHA-256 of the content.
  digest text not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  -- Residents are heard in [from, to); null before.
  consult_from date,
  consult_to date check (consult_to > consult_from),
  notice text,
  in_force_from date,
  decided_by uuid,
  decided_at timestamptz,
  withdrawn_reason text,
  primary key (tenant_id, grid_plan_id),
  foreign key (tenant_id, area_id) references areas (tenant_id, area_id),
  check ((consult_from is null) = (consult_to is null)),
  check ((state = 'in_force') = (in_force_from is not null)),
  check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
create index grid_plans_by_area on grid_plans (tenant_id, area_path, proposed_at desc);
create index grid_plans_heard on grid_plans (tenant_id, consult_to desc) where consult_to is not null;
call protect_tenant_table('grid_plans', 'select, insert, update');

-- Grids with their borders, and the households they were drawn for. Never changed.
create table grid_plan_contents (
  tenant_id uuid not null,
  grid_plan_id uuid not null,
  grids jsonb not null,
  points jsonb not null,
  primary key (tenant_id, grid_plan_id),
  foreign key (tenant_id, grid_plan_id) references grid_plans (tenant_id, grid_plan_id)
);
call protect_tenant_table('grid_plan_contents', 'select, insert');

-- What residents say of a plan, and what is answered.
create table plan_opinions (
  tenant_id uuid not null references tenants (tenant_id),
  opinion_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  grid_plan_id uuid not null,
  number text not null,
  -- Masked words; commitments only in the audit chain.
  body text not null,
  -- Whether it may stand on the public page with its reply, by the resident's own word.
  open boolean not null,
  -- Hash of the key given with the receipt.
  follow_hash text,
  said_at timestamptz not null,
  reply text,
  replied_at timestamptz,
  primary key (tenant_id, opinion_id),
  constraint plan_opinions_number_key unique (tenant_id, number),
  foreign key (tenant_id, grid_plan_id) references grid_plans (tenant_id, grid_plan_id),
  check ((reply is null) = (replied_at is null))
);
create index plan_opinions_by_plan on plan_opinions (tenant_id, grid_plan_id, said_at);
call protect_tenant_table('plan_opinions', 'select, insert, update');

-- Which post was told of what becomes of its grids, and when somebody there read it.
create table grid_notices (
  tenant_id uuid not null references tenants (tenant_id),
  notice_id uuid not null,
  version integer not null check (version > 0),
  audit_head text not null,
  grid_plan_id uuid not null,
  post_id uuid not null,
  stage text not null check (stage in ('consulted', 'in_force')),
  told_at timestamptz not null,
  -- Names of the grids that change and the households that come and go.
  grids jsonb not null,
  seen_at timestamptz,
  seen_by uuid,
  primary key (tenant_id, notice_id),
  constraint grid_notices_once unique (tenant_id, grid_plan_id, post_id, stage),
  foreign key (tenant_id, grid_plan_id) references grid_plans (tenant_id, grid_plan_id)
);
create index grid_notices_by_post on grid_notices (tenant_id, post_id, told_at desc);
call protect_tenant_table('grid_notices', 'select, insert, update');
