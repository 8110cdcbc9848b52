package consular.ledger.postgres.append;

/**
 * The text of {@link AppendStatement}. Every table that a statement names has to be opened and locked, whether or not a row goes
 * into it; so what few appends need is only there for those.
 */
final class AppendSql {

    /**
     * Of the events of an append only the first of each stream says what is before it. Where a stream ends is one look into an
     * index, whatever the planner knows of the tables, and so is each scalar subquery. Places are counted
     * after the refusals, for positions in the log are reckoned from them and have no holes. A number is drawn only for what is
     * kept: one that never comes stays open for the sequencer while any older transaction runs.
     */
    private static final String BEGIN = """
        with incoming as materialized (
            select *
            from unnest(?::integer[], ?::bytea[], ?::uuid[], ?::bigint[], ?::uuid[], ?::smallint[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[],
                        ?::smallint[])
                 with ordinality
                 as event (append, previous, stream_id, sequence, event_id, slice, stream_type, stream_name,
                           event_name, type, revision, effective_at, recorded_at, actor, clear, chain, leaf, secret_parts,
                           place)
        ), request as materialized (
            select *
            from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                        ?::smallint[], ?::text[])
                 as request (append, caller, key, request_hash, stream, first_sequence, last_sequence, status, answer)
        )\
        """;

    private static final String REFUSE = """
        , refused as materialized (
            select append, 'stream' as reason, stream_id::text as what, sequence as expected, coalesce(last, -1) as last
            from (select append, incoming.stream_id, incoming.sequence, incoming.previous, latest.sequence as last, latest.chain
                  from incoming
                      left join lateral (
                          select event.sequence, event.chain
                          from event
                          where event.stream_id = incoming.stream_id
                          order by event.sequence desc
                          limit 1) as latest on true
                  where incoming.previous is not null) as step
            where coalesce(last, -1) <> sequence - 1 or chain <> previous
            union all
            select append, 'key', caller || ' ' || key, null, null
            from request
            where (select true from command_key
                   where command_key.caller = request.caller and command_key.key = request.key)
        """;

    private static final String KEEP = """
        ), batch as materialized (
            select next_event_batch() as number
            where exists (select from incoming where append not in (select append from refused))
        ), kept_request as (
            insert into command_key (caller, key, request_hash, stream, first_sequence, last_sequence, status, answer)
            select caller, key, decode(request_hash, 'hex'), stream, first_sequence, last_sequence, status, answer::jsonb
            from request
            where append not in (select append from refused)
        )\
        """;

    private static final String END = """
        , kept as (
            insert into event (batch, place, stream_id, sequence, event_id, slice, stream_type, stream_name, event_name,
                               type, revision, effective_at, recorded_at, actor, clear, chain, leaf, secret_parts)
            select batch.number, row_number() over (order by place) - 1, stream_id, sequence, event_id, slice, stream_type,
                   stream_name, event_name, type, revision, effective_at::timestamptz, recorded_at::timestamptz, actor,
                   clear, chain, leaf, secret_parts
            from incoming, batch
            where append not in (select append from refused)
        )
        select append, reason, what, expected, last
        from refused
        union all
        select null, 'batch', null, number, null
        from batch
        """;

    /** For values of which there may be one. */
    private static final String VALUES = """
        , value as materialized (
            select *
            from unnest(?::integer[], ?::text[], ?::text[], ?::uuid[]) as value (append, kind, value, stream_id)
        )\
        """;

    private static final String REFUSE_VALUES = """
            union all
            select append, 'value', kind || ' ' || value, null, null
            from value
            where (select true from taken_value
                   where taken_value.kind = value.kind and taken_value.value = value.value)
        """;

    private static final String KEEP_VALUES = """
        , kept_value as (
            insert into taken_value (kind, value, stream_id)
            select kind, value, stream_id
            from value
            where append not in (select append from refused)
        )\
        """;

    /** For the keys of persons, and what is under them. */
    private static final String SECRETS = """
        , new_key as materialized (
            select *
            from unnest(?::integer[], ?::uuid[], ?::bytea[], ?::text[]) as new_key (append, person, wrapped, key_version)
        ), part as materialized (
            select *
            from unnest(?::integer[], ?::uuid[], ?::bigint[], ?::smallint[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[],
                        ?::bytea[])
                 as part (append, stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment)
        )\
        """;

    private static final String REFUSE_SECRETS = """
            union all
            select append, 'person', person::text, null, null
            from new_key
            where (select true from data_key where data_key.person = new_key.person)
            union all
            select append, 'person', person::text, null, null
            from part
            where (append, person) not in (select append, person from new_key)
                and (select true from data_key where data_key.person = part.person and wrapped is not null) is null
        """;

    private static final String KEEP_SECRETS = """
        , kept_key as (
            insert into data_key (person, wrapped, key_version)
            select person, wrapped, key_version
            from new_key
            where append not in (select append from refused)
        ), kept_part as (
            insert into secret_part (stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment)
            select stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment
            from part
            where append not in (select append from refused)
        )\
        """;

    private static final String PLAIN = text(false, false);
    private static final String WITH_VALUES = text(true, false);
    private static final String WITH_SECRETS = text(false, true);
    private static final String WITH_BOTH = text(true, true);

    private AppendSql() {}

    /**
     * The statement for some appends.
     *
     * @param values whether one of them takes a value
     * @param secrets whether one of them brings a person's key, or something under it
     */
    static String of(boolean values, boolean secrets) {
        if (values) {
            return secrets ? WITH_BOTH : WITH_VALUES;
        }
        return secrets ? WITH_SECRETS : PLAIN;
    }

    private static String text(boolean values, boolean secrets) {
        return BEGIN
                + (values ? VALUES : "")
                + (secrets ? SECRETS : "")
                + REFUSE
                + (values ? REFUSE_VALUES : "")
                + (secrets ? REFUSE_SECRETS : "")
                + KEEP
                + (values ? KEEP_VALUES : "")
                + (secrets ? KEEP_SECRETS : "")
                + END;
    }
}
