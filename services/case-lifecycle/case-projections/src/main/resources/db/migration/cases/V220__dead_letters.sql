-- Events that an event processor could not take in, and those of the same stream that wait behind them. A letter holds
-- where the event stands in the log and nothing of what the event says: it is read again when it is tried again.
create table dead_letter_entry (
    letter_id           uuid primary key,
    -- The event processor, and the stream that it must take in event by event.
    processor           text collate "C" not null,
    sequence_identifier text collate "C" not null,
    sequence_index      bigint not null check (sequence_index >= 0),
    position            bigint not null check (position > 0),
    event_id            text collate "C" not null,
    stream_sequence     bigint,
    enqueued_at         timestamptz not null,
    last_touched        timestamptz not null,
    -- What kind of failure, and where in the code; never its message, which may quote the event. Null for those that wait.
    cause_type          text,
    cause_message       text,
    diagnostics         jsonb not null default '{}',
    -- Until when somebody is trying it and nobody else should.
    claimed_until       timestamptz not null default '-infinity',
    unique (processor, sequence_identifier, sequence_index)
);
create index on dead_letter_entry (processor, last_touched);

-- Which letters were given up, by whom and why.
create table dead_letter_eviction (
    eviction_id         uuid primary key,
    processor           text collate "C" not null,
    sequence_identifier text collate "C" not null,
    letters             bigint not null check (letters > 0),
    first_position      bigint not null,
    last_position       bigint not null,
    cause_type          text,
    cause_message       text,
    waiting_since       timestamptz not null,
    evicted_at          timestamptz not null,
    evicted_by          text not null,
    reason              text not null check (length(reason) between 1 and 500)
);
create index on dead_letter_eviction (evicted_at, eviction_id);

create function refuse_change_of_evictions() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'object_not_in_prerequisite_state';
end
$$;

create trigger dead_letter_eviction_refuse_change
    before update or delete or truncate on dead_letter_eviction
    for each statement execute function refuse_change_of_evictions();
alter table dead_letter_eviction enable always trigger dead_letter_eviction_refuse_change;
