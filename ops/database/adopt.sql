-- Gives a database that was made before there were roles to them: what the service once owned as a superuser is case_owner's from now on.
-- Run it once, behind roles.sql, as the superuser whose tables these are, in the database of the cases, while no instance runs:
--   psql -f adopt.sql
-- What each role may do beside that is granted by the scripts afterMigrate__….sql, when the service starts next. It changes no row.
\set ON_ERROR_STOP on

begin;

do $$
declare
    found record;
begin
    for found in
        select nspname from pg_namespace where nspname in ('read_models_blue', 'read_models_green')
    loop
        execute format('alter schema %I owner to case_owner', found.nspname);
    end loop;

    for found in
        select oid::regclass as name, relkind
        from pg_class
        where relnamespace in (
                select oid from pg_namespace where nspname in ('public', 'read_models_blue', 'read_models_green'))
            and relkind in ('r', 'p', 'v', 'S')
            -- a sequence of a column goes with its table
            and not exists (
                select from pg_depend
                where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype in ('a', 'i', 'e'))
    loop
        execute format(
            'alter %s %s owner to case_owner',
            case found.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
            found.name);
    end loop;

    for found in
        select oid::regprocedure as name
        from pg_proc
        where pronamespace = 'public'::regnamespace
            and not exists (
                select from pg_depend
                where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
    loop
        execute format('alter function %s owner to case_owner', found.name);
    end loop;
end
$$;

-- as roles.sql has it for what case_owner will create
grant select on all tables in schema public to case_reader;
grant select, insert on all tables in schema public to case_service;
grant usage on all sequences in schema public to case_service;

commit;
