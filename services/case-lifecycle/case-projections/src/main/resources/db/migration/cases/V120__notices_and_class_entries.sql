-- The refusals whose notice is not settled.
create table read_models_blue.notices_due (
    case_id      uuid not null,
    case_number  text not null,
    post         text not null,
    applicant_id text not null,
    refusal_id   text not null,
    refused_on   date not null,
    due_on       date not null,
    alarm_on     date not null,
    state        text not null,
    written      boolean not null,
    -- 0 is overdue, 1 is not: it sorts.
    urgency      smallint not null,
    primary key (case_id, refusal_id)
);
create index on read_models_blue.notices_due (urgency, due_on, case_id, refusal_id);
create index on read_models_blue.notices_due (post, urgency, due_on, case_id, refusal_id);
create index on read_models_blue.notices_due (state, urgency, due_on, case_id, refusal_id);
create index on read_models_blue.notices_due (post, state, urgency, due_on, case_id, refusal_id);

-- The refusals that go to CLASS, of all times.
create table read_models_blue.class_entries (
    case_id            uuid not null,
    case_number        text not null,
    post               text not null,
    applicant_id       text not null,
    refusal_id         text not null,
    refused_on         date not null,
    -- With a space between one provision and the next.
    grounds            text not null,
    state              text not null,
    deletion_requested boolean not null,
    primary key (case_id, refusal_id)
);
create index on read_models_blue.class_entries (refused_on, case_id, refusal_id);
create index on read_models_blue.class_entries (post, refused_on, case_id, refusal_id);
create index on read_models_blue.class_entries (state, refused_on, case_id, refusal_id);
create index on read_models_blue.class_entries (post, state, refused_on, case_id, refusal_id);

create table read_models_green.notices_due (like read_models_blue.notices_due including all);
create table read_models_green.class_entries (like read_models_blue.class_entries including all);
