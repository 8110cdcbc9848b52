-- The roles of the case database. Run it once, as its owner, with the passwords given from outside:
--   psql -v owner_password=… -v service_password=… -v reader_password=… -f roles.sql
-- docker-compose.yml does so when the database is made. The service migrates as case_owner (spring.flyway.user) and works as
-- case_service, which can add to the log and cannot change it: even the triggers are not its to drop. case_reader is for auditors'
-- own questions. What each may do beside that is granted after every migration, by the scripts afterMigrate__….sql beside the migrations.
\set ON_ERROR_STOP on

create role case_owner login password :'owner_password';
create role case_service login password :'service_password';
create role case_reader login password :'reader_password';

grant create, usage on schema public to case_owner;
-- for the schemas of the read models
do $$ begin execute format('grant create on database %I to case_owner', current_database()); end $$;
grant usage on schema public to case_service, case_reader;

-- what case_owner will create
alter default privileges for role case_owner in schema public grant select on tables to case_reader;
alter default privileges for role case_owner in schema public grant usage on sequences to case_service;
-- A table whose rows change is granted more by the scripts after the migrations, so none comes with it unasked.
alter default privileges for role case_owner in schema public grant select, insert on tables to case_service;
