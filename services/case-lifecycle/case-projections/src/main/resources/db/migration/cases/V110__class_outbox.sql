-- The cases with a message for CLASS that is not acknowledged.
create table read_models_blue.class_outbox (
    case_id    uuid primary key,
    post       text not null,
    -- Of the oldest refusal with something unsent.
    refused_on date not null
);
create index on read_models_blue.class_outbox (refused_on, case_id);
create table read_models_green.class_outbox (like read_models_blue.class_outbox including all);

-- For which cases somebody is sending, at which version, and until when nobody else should.
create table class_claim (
    case_id uuid primary key,
    version bigint not null,
    until   timestamptz not null
);
create index on class_claim (until);
