-- Stores many appends in one call, each as a whole or not at all, without those that stand against what is stored. An array for each
-- column; "append" says whose a row is, the events of one append stand together, and of each stream they say what is before the first.
-- Where there is nothing, null is cheaper than an empty array.
--
-- Answers a row for each thing that stands against an append, the weightier behind the lighter, and one with the number of the batch
-- if anything is kept. Whoever writes to the same stream, key or value at the same moment makes it fail as a whole, with SQLSTATE 23505.
--
-- It works with the rights of whoever calls it, who could run each statement alone. So it is found and finds its tables by the search
-- path of the session, as every other statement of the log: another path would give nobody a right. A SET clause would be paid by each call.
create function append_events(
    event_append integer[], event_previous bytea[], event_stream uuid[], event_sequence bigint[], event_id uuid[],
    event_slice smallint[], event_stream_type text[], event_stream_name text[], event_name text[], event_type text[],
    event_revision text[], event_effective_at timestamptz[], event_recorded_at timestamptz[], event_actor text[],
    event_clear bytea[], event_chain bytea[], event_leaf bytea[], event_secret_parts smallint[],
    part_append integer[], part_stream uuid[], part_sequence bigint[], part_number smallint[], part_person uuid[],
    part_ciphertext bytea[], part_salt bytea[], part_key_commitment bytea[], part_commitment bytea[],
    new_key_append integer[], new_key_person uuid[], new_key_wrapped bytea[], new_key_version text[],
    value_append integer[], value_kind text[], value_value text[], value_stream uuid[],
    request_append integer[], request_caller text[], request_key text[], request_hash text[], request_stream text[],
    request_first_sequence bigint[], request_last_sequence bigint[], request_status smallint[], request_answer text[])
returns table (append integer, reason text, what text, expected bigint, last bigint) language plpgsql as $$
declare
    refused  integer[] := '{}';
    left_out integer[] := '{}';
    number   bigint;
begin
    -- Each look is one into an index, whatever the planner knows of the tables: the end of a stream, and the scalar subqueries. Each sees
    -- what is committed by then. So a request that is repeated, and meets its own values and events, meets its key as well.
    if cardinality(value_append) > 0 then
        for append, reason, what in
            select value_append[i], 'value', value_kind[i] || ' ' || value_value[i]
            from generate_subscripts(value_append, 1) as i
            where (select true from taken_value where taken_value.kind = value_kind[i] and taken_value.value = value_value[i])
        loop
            refused := refused || append;
            return next;
        end loop;
    end if;

    if cardinality(new_key_append) > 0 then
        for append, reason, what in
            select new_key_append[i], 'person', new_key_person[i]::text
            from generate_subscripts(new_key_append, 1) as i
            where (select true from data_key where data_key.person = new_key_person[i])
        loop
            refused := refused || append;
            return next;
        end loop;
    end if;

    if cardinality(part_append) > 0 then
        -- Before the look, not with the insert: an erasure waits for those who may have seen the key, and knows them by this lock.
        lock table secret_part in row exclusive mode;
        for append, reason, what in
            select part_append[i], 'person', part_person[i]::text
            from generate_subscripts(part_append, 1) as i
            where (part_append[i], part_person[i]) not in (select * from unnest(new_key_append, new_key_person))
                and (select true from data_key
                     where data_key.person = part_person[i] and data_key.wrapped is not null) is null
        loop
            refused := refused || append;
            return next;
        end loop;
    end if;

    for append, reason, what, expected, last in
        select event_append[i], 'stream', event_stream[i]::text, event_sequence[i], coalesce(latest.sequence, -1)
        from generate_subscripts(event_append, 1) as i
            left join lateral (
                select event.sequence, event.chain
                from event
                where event.stream_id = event_stream[i]
                order by event.sequence desc
                limit 1) as latest on true
        where event_previous[i] is not null
            and (coalesce(latest.sequence, -1) <> event_sequence[i] - 1 or latest.chain <> event_previous[i])
    loop
        refused := refused || append;
        return next;
    end loop;

    if cardinality(request_append) > 0 then
        for append, reason, what, expected, last in
            select request_append[i], 'key', null, null, null
            from generate_subscripts(request_append, 1) as i
            where (select true from command_key
                   where command_key.caller = request_caller[i] and command_key.key = request_key[i])
        loop
            refused := refused || append;
            return next;
        end loop;
    end if;

    if cardinality(refused) > 0 then
        left_out := array(
            select i from generate_subscripts(event_append, 1) as i where event_append[i] = any (refused) order by i);
        if cardinality(left_out) = cardinality(event_append) then
            return;
        end if;
    end if;

    -- Only for what is kept: a number that never comes stays open for the sequencer while any older transaction runs.
    number := next_event_batch();

    -- Positions in the log are reckoned from the places and have no holes, so each counts how many before it are left out.
    insert into event (batch, place, stream_id, sequence, event_id, slice, stream_type, stream_name, event_name, type,
                       revision, effective_at, recorded_at, actor, clear, chain, leaf, secret_parts)
    select number, i - 1 - width_bucket(i, left_out), event_stream[i], event_sequence[i], event_id[i], event_slice[i],
           event_stream_type[i], event_stream_name[i], event_name[i], event_type[i], event_revision[i],
           event_effective_at[i], event_recorded_at[i], event_actor[i], event_clear[i], event_chain[i], event_leaf[i],
           event_secret_parts[i]
    from generate_subscripts(event_append, 1) as i
    where event_append[i] <> all (refused);

    if cardinality(part_append) > 0 then
        insert into secret_part (stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment)
        select part_stream[i], part_sequence[i], part_number[i], part_person[i], part_ciphertext[i], part_salt[i],
               part_key_commitment[i], part_commitment[i]
        from generate_subscripts(part_append, 1) as i
        where part_append[i] <> all (refused);
    end if;

    if cardinality(new_key_append) > 0 then
        insert into data_key (person, wrapped, key_version)
        select new_key_person[i], new_key_wrapped[i], new_key_version[i]
        from generate_subscripts(new_key_append, 1) as i
        where new_key_append[i] <> all (refused);
    end if;

    if cardinality(value_append) > 0 then
        insert into taken_value (kind, value, stream_id)
        select value_kind[i], value_value[i], value_stream[i]
        from generate_subscripts(value_append, 1) as i
        where value_append[i] <> all (refused);
    end if;

    if cardinality(request_append) > 0 then
        insert into command_key (caller, key, request_hash, stream, first_sequence, last_sequence, status, answer)
        select request_caller[i], request_key[i], decode(request_hash[i], 'hex'), request_stream[i],
               request_first_sequence[i], request_last_sequence[i], request_status[i], request_answer[i]::jsonb
        from generate_subscripts(request_append, 1) as i
        where request_append[i] <> all (refused);
    end if;

    append := null;
    reason := 'batch';
    what := null;
    expected := number;
    last := null;
    return next;
end
$$;
