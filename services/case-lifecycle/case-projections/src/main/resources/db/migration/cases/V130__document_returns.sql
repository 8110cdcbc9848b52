-- The refusals for which documents are held.
create table read_models_blue.document_returns (
    case_id      uuid not null,
    case_number  text not null,
    post         text not null,
    applicant_id text not null,
    refusal_id   text not null,
    refused_on   date not null,
    return_by    date not null,
    state        text not null,
    -- 0 is due for return, 1 is not yet: it sorts.
    stage        smallint not null,
    primary key (case_id, refusal_id)
);
create index on read_models_blue.document_returns (stage, return_by, case_id, refusal_id);
create index on read_models_blue.document_returns (post, stage, return_by, case_id, refusal_id);

create table read_models_green.document_returns (like read_models_blue.document_returns including all);
