-- The time orders what a person was told in several cases on one day. Rows written without it keep the order of their days
-- until they are built anew.
alter table read_models_blue.last_actions add column acted_at timestamptz not null default '-infinity';
alter table read_models_green.last_actions add column acted_at timestamptz not null default '-infinity';

-- The index by the day alone, whose name PostgreSQL chose.
do $$
declare
    by_day record;
begin
    for by_day in
        select schemaname, indexname from pg_indexes
        where schemaname in ('read_models_blue', 'read_models_green')
          and tablename = 'last_actions' and indexdef like '%(fiscal_year, visa_class, person, acted_on DESC,%'
    loop
        execute format('drop index %I.%I', by_day.schemaname, by_day.indexname);
    end loop;
end $$;

create index on read_models_blue.last_actions (
    fiscal_year, visa_class, person, acted_at desc, acted_on desc, ordinal desc, case_id desc);
create index on read_models_green.last_actions (
    fiscal_year, visa_class, person, acted_at desc, acted_on desc, ordinal desc, case_id desc);
