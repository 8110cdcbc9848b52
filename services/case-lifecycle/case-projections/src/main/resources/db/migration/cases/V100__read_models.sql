-- The read models. Every row follows from one case's events alone, so any of these tables can be emptied and filled again
-- from the log. There are two generations of them: one serves while the other is rebuilt.
create schema read_models_blue;

-- How many events of each case its rows rest on.
create table read_models_blue.progress (
    case_id uuid primary key,
    version bigint not null
);

create table read_models_blue.fee_windows (
    case_id        uuid not null,
    case_number    text not null,
    post           text not null,
    applicant_id   text not null,
    refusal_id     text not null,
    finding_id     text not null,
    ground         text not null,
    refused_on     date not null,
    fee_window_end date not null,
    finding_status text not null,
    -- Whether its end no longer matters.
    covered        boolean not null,
    -- When the last day in time has ended at the post; null when it does not lapse as things stand.
    lapses_at      timestamptz,
    primary key (case_id, finding_id)
);
create index on read_models_blue.fee_windows (fee_window_end, case_id, finding_id);
create index on read_models_blue.fee_windows (post, fee_window_end, case_id, finding_id);
-- What still matters is little beside the windows of all times.
create index on read_models_blue.fee_windows (fee_window_end, case_id, finding_id) where not covered;
create index on read_models_blue.fee_windows (post, fee_window_end, case_id, finding_id) where not covered;

create table read_models_blue.terminations (
    case_id        uuid primary key,
    case_number    text not null,
    post           text not null,
    applicant_id   text not null,
    kind           text not null,
    anchor         date not null,
    terminate_from date not null,
    state          text not null,
    terminated_on  date,
    reinstate_by   date not null
);
create index on read_models_blue.terminations (terminate_from, case_id);
create index on read_models_blue.terminations (post, terminate_from, case_id);
create index on read_models_blue.terminations (state, terminate_from, case_id);
create index on read_models_blue.terminations (post, state, terminate_from, case_id);

create table read_models_blue.reviews (
    case_id       uuid not null,
    case_number   text not null,
    post          text not null,
    zone          text not null,
    applicant_id  text not null,
    refusal_id    text not null,
    review_class  text not null,
    state         text not null,
    is_open       boolean not null,
    refused_on    date not null,
    target        date not null,
    deadline      date,
    overdue_since date,
    -- The deadline, or the target where the law sets no deadline.
    act_by        date not null,
    -- 0 is high, 1 is normal: it sorts.
    urgency       smallint not null,
    officer       text not null,
    reviewer      text,
    primary key (case_id, refusal_id)
);
create index on read_models_blue.reviews (urgency, act_by, case_id, refusal_id);
create index on read_models_blue.reviews (post, urgency, act_by, case_id, refusal_id);
create index on read_models_blue.reviews (state, urgency, act_by, case_id, refusal_id);
create index on read_models_blue.reviews (post, state, urgency, act_by, case_id, refusal_id);
create index on read_models_blue.reviews (officer, urgency, act_by, case_id, refusal_id);
-- The queue proper is short beside the reviews of all times.
create index on read_models_blue.reviews (urgency, act_by, case_id, refusal_id) where is_open;
create index on read_models_blue.reviews (post, urgency, act_by, case_id, refusal_id) where is_open;
create index on read_models_blue.reviews (officer, urgency, act_by, case_id, refusal_id) where is_open;

create table read_models_blue.decisions_due (
    case_id         uuid not null,
    case_number     text not null,
    post            text not null,
    applicant_id    text not null,
    state           text not null,
    executed_on     date not null,
    decision_due    date not null,
    -- When the last day in time has ended at the post: by this the overdue come first, whatever their zone.
    limit_passes_at timestamptz not null,
    primary key (case_id, applicant_id)
);
create index on read_models_blue.decisions_due (limit_passes_at, case_id, applicant_id);
create index on read_models_blue.decisions_due (post, limit_passes_at, case_id, applicant_id);

create table read_models_blue.advisory_opinions (
    case_id             uuid not null,
    case_number         text not null,
    post                text not null,
    applicant_id        text not null,
    refusal_id          text not null,
    finding_id          text,
    advisory_opinion_id text not null,
    origin              text not null,
    state               text not null,
    requested_on        date not null,
    next_follow_up_on   date,
    -- 0 is awaited, 1 is answered, 2 is acted upon: it sorts.
    stage               smallint not null,
    -- The next follow-up while it is awaited, the day of the request afterwards.
    sort_on             date not null,
    primary key (case_id, advisory_opinion_id)
);
create index on read_models_blue.advisory_opinions (stage, sort_on, case_id, advisory_opinion_id);
create index on read_models_blue.advisory_opinions (post, stage, sort_on, case_id, advisory_opinion_id);

-- The clocks that may still fire.
create table read_models_blue.deadlines (
    case_id  uuid not null,
    ordinal  integer not null,
    post     text not null,
    kind     text not null,
    subject  text not null,
    due      date not null,
    fires_on date not null,
    fires_at timestamptz not null,
    state    text not null,
    primary key (case_id, ordinal)
);
create index on read_models_blue.deadlines (fires_at, case_id) where state = 'RUNNING';

create schema read_models_green;
create table read_models_green.progress (like read_models_blue.progress including all);
create table read_models_green.fee_windows (like read_models_blue.fee_windows including all);
create table read_models_green.terminations (like read_models_blue.terminations including all);
create table read_models_green.reviews (like read_models_blue.reviews including all);
create table read_models_green.decisions_due (like read_models_blue.decisions_due including all);
create table read_models_green.advisory_opinions (like read_models_blue.advisory_opinions including all);
create table read_models_green.deadlines (like read_models_blue.deadlines including all);

-- Which generation serves: one row.
create table read_model_generation (
    single         boolean primary key default true check (single),
    active         text not null check (active in ('BLUE', 'GREEN')),
    switched_at    timestamptz not null default now(),
    -- The posts and calendars from which it follows besides the log; null before a node has said.
    reference_data text
);
insert into read_model_generation (active) values ('BLUE');

-- How far each segment of a generation's event processor has read, as the node that works on it last said.
create table read_model_position (
    generation text not null,
    segment    integer not null,
    position   bigint not null,
    primary key (generation, segment)
);

-- Which cases somebody is acting upon because a deadline passed, at which version, and until when nobody else should.
create table deadline_claim (
    case_id uuid primary key,
    version bigint not null,
    until   timestamptz not null
);
create index on deadline_claim (until);
