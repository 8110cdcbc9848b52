-- What the reports count. A row is one thing that is counted once, in the fiscal year of its own day.
create table read_models_blue.report_28 (
    case_id     uuid not null,
    ordinal     integer not null,
    post        text not null,
    fiscal_year smallint not null,
    -- Empty for a visa, which has no ground.
    ground      text not null,
    counted     text not null,
    primary key (case_id, ordinal)
);
create index on read_models_blue.report_28 (fiscal_year, post, ground) include (counted);
create index on read_models_blue.report_28 (post, fiscal_year, ground) include (counted);

create table read_models_blue.review_outcomes (
    case_id    uuid not null,
    refusal_id text not null,
    post       text not null,
    -- Who refused.
    officer    text not null,
    outcome    text not null,
    closed_on  date not null,
    -- Calendar days from the refusal to the outcome.
    days       integer not null,
    primary key (case_id, refusal_id)
);
create index on read_models_blue.review_outcomes (post, officer, closed_on);

create table read_models_green.report_28 (like read_models_blue.report_28 including all);
create table read_models_green.review_outcomes (like read_models_blue.review_outcomes including all);
