-- After every migration: what the service may do beside the log, where ops/database/roles.sql has made its roles. A table of the schema
-- public comes with select and insert; whoever adds one that changes names it here.
do $$
begin
    if to_regrole('case_service') is null or to_regrole('case_reader') is null then
        return;
    end if;
    -- nodes that start together take turns
    perform pg_advisory_xact_lock(hashtext('privileges of the cases'));
    grant select, insert, update, delete
        on waiting_lookout, read_model_generation, read_model_position, deadline_claim, class_claim, dead_letter_entry, read_model_node,
            webhook_subscription, webhook_secret, webhook_held_case, case_import, case_import_row,
            kafka_publication
        to case_service;
    -- Who read what, and what was given up with a reason: nobody changes that afterwards.
    revoke update, delete, truncate on dead_letter_eviction, case_access, webhook_discard from case_service;
    -- Sealed as they are, the secrets that sign webhooks are no auditor's business.
    revoke select on webhook_secret from case_reader;
    -- What was migrated is for the owner to say.
    revoke insert, update, delete, truncate on flyway_schema_history from case_service;

    grant usage on schema read_models_blue, read_models_green to case_service, case_reader;
    -- A rebuild empties the tables of one generation.
    grant select, insert, update, delete, truncate on all tables in schema read_models_blue, read_models_green to case_service;
    grant select on all tables in schema read_models_blue, read_models_green to case_reader;
end
$$;
