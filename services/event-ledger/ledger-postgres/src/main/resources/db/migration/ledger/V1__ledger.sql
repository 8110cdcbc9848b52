-- What one statement appends is a batch, of one append or of many that waited side by side. It becomes visible as a whole,
-- when its transaction commits, so not in the order of the numbers. The order of the log is given afterwards, by log_batch.
create sequence event_batch cache 1;

-- A transaction has its number before it draws that of a batch. So once every transaction up to a number is over, a batch
-- whose number was drawn by one of them and that is not there will never be there: the sequencer rests on it.
-- The one is evaluated before the other, and as it is one expression, it costs no call.
create function next_event_batch() returns bigint language sql volatile as
$$ select case when pg_current_xact_id() is not null then nextval('event_batch') end $$;

create table event (
    batch        bigint not null check (batch > 0),
    place        integer not null check (place >= 0),
    stream_id    uuid not null,
    sequence     bigint not null check (sequence >= 0),
    event_id     uuid not null,
    slice        smallint not null check (slice between 0 and 1023),
    stream_type  text collate "C",
    -- What the application calls the stream and the event, where that is no UUID; the ids are then made from it.
    stream_name  text collate "C",
    event_name   text collate "C",
    type         text collate "C" not null,
    revision     text collate "C",
    effective_at timestamptz not null,
    recorded_at  timestamptz not null,
    actor        text collate "C" not null,
    -- Metadata as JSON, a newline, the payload as JSON. Bytes, because their hash is evidence.
    clear        bytea not null,
    chain        bytea not null check (octet_length(chain) = 32),
    leaf         bytea not null check (octet_length(leaf) = 32),
    -- By the database's clock, whatever the application says: how long an event has been waiting for its place.
    stored_at    timestamptz not null default statement_timestamp(),
    primary key (batch, place),
    constraint event_one_per_step unique (stream_id, sequence)
);

comment on table event is 'Append-only. The order of the log is in log_batch.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'object_not_in_prerequisite_state',
              hint = 'Record what should be different as a new event.';
end
$$;

create trigger event_refuse_change
    before update or delete or truncate on event
    for each statement execute function refuse_change();

-- The order of the log: the events of this batch begin at this index. Indexes begin at 0 and have no holes; a batch is in
-- order once at most, whatever goes wrong elsewhere. The last row says where the sequencer is: the size of the log, and in
-- passed_over the numbers below the highest whose batch may still come. Every step adds rows and rewrites none, so that
-- reading the end costs the same however long an old snapshot keeps dead rows alive.
create table log_batch (
    first_index bigint primary key check (first_index >= 0),
    batch       bigint not null unique,
    length      integer not null check (length > 0),
    passed_over bigint[]
);

create trigger log_batch_refuse_change
    before update or delete or truncate on log_batch
    for each statement execute function refuse_change();

-- The epoch counts the leaders of the sequencer; only the last one may write. The row is locked by each step and written
-- by a new leader alone.
create table log_head (
    only_one boolean primary key default true check (only_one),
    epoch    bigint not null
);

insert into log_head (epoch) values (0);

-- The tree over the log, in tiles of 256 hashes. A tile is written when it is full, and before a checkpoint is signed.
create table tile (
    level  smallint not null,
    index  bigint not null,
    width  smallint not null check (width between 1 and 256),
    hashes bytea not null check (octet_length(hashes) = width * 32),
    primary key (level, index)
);

alter table tile alter column hashes set storage external;

-- What was signed, as it was published.
create table checkpoint (
    size      bigint primary key check (size >= 0),
    note      text collate "C" not null,
    signed_at timestamptz not null
);

create trigger checkpoint_refuse_change
    before update or delete or truncate on checkpoint
    for each statement execute function refuse_change();

-- Values of which there may be one in the whole log, taken with the event that brings them.
create table taken_value (
    kind      text collate "C" not null,
    value     text collate "C" not null,
    stream_id uuid not null,
    primary key (kind, value)
);

create trigger taken_value_refuse_change
    before update or delete or truncate on taken_value
    for each statement execute function refuse_change();

-- "Always" also covers sessions in replica mode, which skip ordinary triggers.
alter table event enable always trigger event_refuse_change;
alter table log_batch enable always trigger log_batch_refuse_change;
alter table checkpoint enable always trigger checkpoint_refuse_change;
alter table taken_value enable always trigger taken_value_refuse_change;

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
    stream         text collate "C",
    first_sequence bigint,
    last_sequence  bigint,
    status         smallint not null,
    answer         jsonb,
    recorded_at    timestamptz not null default now(),
    primary key (caller, key),
    constraint command_key_accepted_or_rejected check (
        (first_sequence is null and last_sequence is null)
        or (stream is not null and first_sequence is not null and last_sequence is not null))
);

-- For retention, which deletes the oldest.
create index command_key_recorded_at on command_key (recorded_at);
