-- Receivers of events, and up to where the log was looked at for each: what is wanted up to there is sent, held or given up.
create table webhook_subscription (
    subscription_id uuid primary key,
    url             text not null,
    description     text,
    -- Empty for all.
    event_types     text[] not null,
    posts           text[] not null,
    created_by      text not null,
    created_at      timestamptz not null,
    state           text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
    state_reason    text,
    position        bigint not null check (position >= 0),
    -- How the receiver fares, by the clock of the node that delivers.
    failures        int not null default 0,
    failing_since   timestamptz,
    rests_until     timestamptz,
    last_success_at timestamptz,
    last_failure    text,
    -- Which node delivers it, and until when no other may. Every new lease and every change by a person is an epoch; what was
    -- done in an earlier one is not recorded.
    leased_by       uuid,
    leased_until    timestamptz not null default '-infinity',
    epoch           bigint not null default 0
);

-- What signs, under the key-encryption key. One that was replaced goes on until it retires.
create table webhook_secret (
    secret_id       uuid primary key,
    subscription_id uuid not null references webhook_subscription on delete cascade,
    sealed          bytea not null,
    key_version     text not null,
    made_at         timestamptz not null,
    retires_at      timestamptz
);
create index on webhook_secret (subscription_id);

-- Cases and quasi-refusals of which an event could not be sent; it and the later ones up to the position of the subscription
-- are sent from the log when the receiver takes it. There is nothing here of what they say.
create table webhook_held_case (
    subscription_id uuid not null references webhook_subscription on delete cascade,
    subject         uuid not null,
    next_position   bigint not null check (next_position > 0),
    attempts        int not null,
    failure         text,
    held_since      timestamptz not null,
    last_tried_at   timestamptz,
    next_attempt_at timestamptz not null,
    dead            boolean not null,
    primary key (subscription_id, subject)
);
create index on webhook_held_case (subscription_id, next_attempt_at) where not dead;

-- What was given up, by whom and why.
create table webhook_discard (
    discard_id      uuid primary key,
    subscription_id uuid not null,
    url             text not null,
    subject         uuid not null,
    first_position  bigint not null,
    last_position   bigint not null,
    failure         text,
    discarded_at    timestamptz not null,
    discarded_by    text not null,
    reason          text not null check (length(reason) between 1 and 500)
);
create index on webhook_discard (discarded_at, discard_id);

create function refuse_change_of_discards() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'object_not_in_prerequisite_state';
end
$$;

create trigger webhook_discard_refuse_change
    before update or delete or truncate on webhook_discard
    for each statement execute function refuse_change_of_discards();
alter table webhook_discard enable always trigger webhook_discard_refuse_change;
