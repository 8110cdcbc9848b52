-- What the service may do beside the log. Run it as case_owner after each migration, with log-privileges.sql.
grant usage on schema read_models_blue, read_models_green to case_service, case_reader;
-- A rebuild empties the tables of one generation.
grant select, insert, update, delete, truncate on all tables in schema read_models_blue, read_models_green to case_service;
grant select on all tables in schema read_models_blue, read_models_green to case_reader;
-- Who read what, and what was given up with a reason: nobody changes that afterwards.
revoke update, delete, truncate on dead_letter_eviction, case_access, webhook_discard from case_service;
-- Sealed as they are, the secrets that sign webhooks are no auditor's business.
revoke select on webhook_secret from case_reader;
