-- The log: what happened, in the order in which it was committed.
-- Identifiers are text because Axon's are; collation "C" compares bytes, which keeps their indexes cheap and
-- independent of the operating system's locale.
create table event_log (
    -- No "cache" above 1 here, ever: sessions would hand out positions from private blocks, out of commit order.
    global_index         bigint generated always as identity (cache 1) primary key,
    sequence_number      bigint not null check (sequence_number >= 0),
    time_stamp           timestamptz not null,
    aggregate_identifier text collate "C" not null,
    event_identifier     text collate "C" not null,
    type                 text,
    payload_type         text not null,
    payload_revision     text,
    payload              jsonb not null,
    meta_data            jsonb not null,
    constraint event_log_one_event_per_step unique (aggregate_identifier, sequence_number),
    constraint event_log_each_event_once unique (event_identifier)
);

comment on table event_log is 'Append-only. Rows become visible in the order of global_index.';

-- Appends happen one after another. The lock is taken before the statement draws its first position and is released
-- once the transaction is over and visible (or gone), so whoever sees a position has every smaller one there will
-- ever be. Without it a reader that pages by global_index can pass a position whose transaction is still open.
-- The number spells "ledger"; it only has to differ from other advisory locks in the same database.
create function event_log_append_in_commit_order() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(119182731994482);
    return null;
end
$$;

create trigger event_log_append_in_commit_order
    before insert on event_log
    for each statement execute function event_log_append_in_commit_order();

create function event_log_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'event_log is append-only: % refused', tg_op
        using errcode = 'object_not_in_prerequisite_state',
              hint = 'Record what should be different as a new event.';
end
$$;

create trigger event_log_refuse_change
    before update or delete or truncate on event_log
    for each statement execute function event_log_refuse_change();

-- "Always" also covers sessions in replica mode, which skip ordinary triggers.
alter table event_log enable always trigger event_log_append_in_commit_order;
alter table event_log enable always trigger event_log_refuse_change;

-- Snapshots are a cache of the log: they may be replaced and deleted at any time.
create table snapshot (
    sequence_number      bigint not null,
    time_stamp           timestamptz not null,
    aggregate_identifier text collate "C" not null,
    event_identifier     text collate "C" not null,
    type                 text not null,
    payload_type         text not null,
    payload_revision     text,
    payload              jsonb not null,
    meta_data            jsonb not null,
    primary key (aggregate_identifier, sequence_number)
);

-- How far each segment of each event processor has read. Axon writes these timestamps as text.
create table token_entry (
    processor_name text collate "C" not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    "timestamp"    text,
    owner          text,
    primary key (processor_name, segment)
);

-- The answer a caller was given under a key, so that the same request sent twice has one effect and one answer.
-- An accepted command names the events that it appended; a rejected one names none.
create table command_key (
    caller         text collate "C" not null,
    key            text collate "C" not null,
    request_hash   bytea not null,
    stream_id      text collate "C",
    first_sequence bigint,
    last_sequence  bigint,
    status         smallint not null,
    answer         jsonb,
    recorded_at    timestamptz not null default now(),
    primary key (caller, key),
    constraint command_key_accepted_or_rejected check (
        (first_sequence is null and last_sequence is null)
        or (stream_id is not null and first_sequence is not null and last_sequence is not null))
);

-- For retention, which deletes the oldest.
create index command_key_recorded_at on command_key (recorded_at);
