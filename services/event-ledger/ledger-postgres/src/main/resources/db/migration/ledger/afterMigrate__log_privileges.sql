-- After every migration: whoever may add to the log and does not own it, may do to it what the service does, and nothing else. Whoever may
-- only read has no business with the keys, wrapped as they are. Where everybody is the owner, this finds nobody.
do $$
declare
    worker text;
    reader text;
begin
    -- nodes that start together take turns
    perform pg_advisory_xact_lock(hashtext('privileges of the log'));
    revoke all on event, log_batch, checkpoint, taken_value, tile, log_head, secret_part, data_key, erasure_count from public;

    for worker in
        select distinct grantee::regrole::text
        from pg_class, aclexplode(relacl)
        where pg_class.oid = 'event'::regclass and privilege_type = 'INSERT' and grantee not in (0, relowner)
    loop
        execute format('revoke all on event, log_batch, checkpoint, taken_value, tile, log_head, secret_part, data_key,'
            ' erasure_count, snapshot, token_entry, command_key from %s', worker);
        execute format('grant select, insert on event, log_batch, checkpoint, taken_value, tile, secret_part, data_key to %s', worker);
        execute format('grant update on tile to %s', worker);
        execute format('grant select, update on log_head, erasure_count to %s', worker);
        -- An erasure destroys the key, and takes ciphertext and salt of a person's parts. Nothing else of these changes.
        execute format('grant update on data_key to %s', worker);
        execute format('grant update (ciphertext, salt) on secret_part to %s', worker);
        execute format('grant select, insert, update, delete on snapshot, token_entry, command_key to %s', worker);
        execute format('grant usage on sequence event_batch to %s', worker);
    end loop;

    for reader in
        select grantee::regrole::text
        from pg_class, aclexplode(relacl)
        where pg_class.oid = 'data_key'::regclass and grantee not in (0, relowner)
        group by grantee
        having not bool_or(privilege_type = 'INSERT')
    loop
        execute format('revoke all on data_key from %s', reader);
    end loop;
end
$$;
