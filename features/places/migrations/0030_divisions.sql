-- Divisions of the country, shared by all tenants. A code that is abolished
-- keeps its row with the day it ended; a code given again has a second one.
create table divisions (
  -- 2, 4, 6, 9 or 12 digits, without groups of zeros at the end.
  code text collate "C" not null check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  valid_from date not null,
  -- First day on which it no longer holds.
  valid_to date check (valid_to > valid_from),
  name text not null,
  parent_code text collate "C",
  level text not null check (level in ('province', 'city', 'county', 'town', 'village')),
  -- Of the code's range: street, town, township, residents' or villagers' committee.
  kind text not null,
  primary key (code, valid_from)
);
create index divisions_by_parent on divisions (parent_code, code);
call share_table('divisions');
