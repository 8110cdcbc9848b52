-- What an event says of persons, enciphered, a part for each person: rows of the log, but for what an erasure takes away.
alter table event add column secret_parts smallint not null default 0 check (secret_parts >= 0);

create table secret_part (
    stream_id      uuid not null,
    sequence       bigint not null check (sequence >= 0),
    part           smallint not null check (part >= 0),
    person         uuid not null,
    -- A nonce of 12 bytes, what AES-256-GCM made of the text, and its tag of 16; null once erased, as is the salt.
    ciphertext     bytea,
    salt           bytea check (octet_length(salt) = 32),
    key_commitment bytea not null check (octet_length(key_commitment) = 32),
    -- SHA-256 of 0x02, the salt, the commitment to the key, the ciphertext: what the entry vouches for, for ever.
    commitment     bytea not null check (octet_length(commitment) = 32),
    primary key (stream_id, sequence, part),
    check ((ciphertext is null) = (salt is null))
);

create index secret_part_person on secret_part (person);

comment on table secret_part is 'Append-only, but that ciphertext and salt may be erased together.';

-- The data key of each person, wrapped; gone when the person was erased, for ever.
create table data_key (
    person       uuid primary key,
    wrapped      bytea,
    key_version  text collate "C",
    made_at      timestamptz not null default now(),
    erased_level smallint check (erased_level in (1, 2)),
    -- The position in the log of the event that erased the person.
    erased_under bigint check (erased_under > 0),
    check ((wrapped is null) = (key_version is null)),
    check ((wrapped is null) = (erased_under is not null)),
    check ((wrapped is null) = (erased_level is not null))
);

-- For a rotation, and to see at the start that every version is held.
create index data_key_version on data_key (key_version) where key_version is not null;

-- Counts the erasures, so that every node sees with one look whether a key that it remembers may be gone.
create table erasure_count (
    only_one boolean primary key default true check (only_one),
    number   bigint not null
);

insert into erasure_count (number) values (0);

-- What is about a person goes after the key of the person, never before: so whatever is gone has an erasure that is on record.
create function allow_erasure_only() returns trigger language plpgsql as $$
begin
    if new.ciphertext is null and new.salt is null
        and exists (select from data_key where data_key.person = old.person and data_key.wrapped is null)
        and (new.stream_id, new.sequence, new.part, new.person, new.key_commitment, new.commitment)
            is not distinct from (old.stream_id, old.sequence, old.part, old.person, old.key_commitment, old.commitment)
    then
        return new;
    end if;
    raise exception 'secret_part is append-only: UPDATE refused'
        using errcode = 'object_not_in_prerequisite_state',
              hint = 'Nothing but ciphertext and salt may go, both together, and only of a person whose key is destroyed.';
end
$$;

create trigger secret_part_allow_erasure_only
    before update on secret_part
    for each row execute function allow_erasure_only();

create trigger secret_part_refuse_change
    before delete or truncate on secret_part
    for each statement execute function refuse_change();

create function keep_destroyed() returns trigger language plpgsql as $$
begin
    if new.person is distinct from old.person
        or (old.wrapped is null and new.wrapped is not null)
        or (old.erased_under is distinct from new.erased_under and old.erased_under is not null)
        or coalesce(new.erased_level, 0) < coalesce(old.erased_level, 0)
    then
        raise exception 'data_key keeps what was destroyed: UPDATE refused'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
end
$$;

create trigger data_key_keep_destroyed
    before update on data_key
    for each row execute function keep_destroyed();

create function require_event_of_erasure() returns trigger language plpgsql as $$
declare
    size bigint;
begin
    select first_index + length into size from log_batch order by first_index desc limit 1;
    if new.erased_under > coalesce(size, 0) then
        raise exception 'data_key: no event of the log stands at %, under which the key is to be destroyed', new.erased_under
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
end
$$;

create trigger data_key_require_event_of_erasure
    before insert or update on data_key
    for each row when (new.erased_under is not null) execute function require_event_of_erasure();

create trigger data_key_refuse_change
    before delete or truncate on data_key
    for each statement execute function refuse_change();

alter table secret_part enable always trigger secret_part_allow_erasure_only;
alter table secret_part enable always trigger secret_part_refuse_change;
alter table data_key enable always trigger data_key_keep_destroyed;
alter table data_key enable always trigger data_key_require_event_of_erasure;
alter table data_key enable always trigger data_key_refuse_change;
