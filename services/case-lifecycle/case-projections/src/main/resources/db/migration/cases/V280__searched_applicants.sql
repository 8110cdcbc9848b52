-- The applicants of all cases, for whoever looks for a case. It names nobody: names holds a keyed digest of each word of a name.
create table read_models_blue.searched_applicants (
    case_id      uuid not null,
    case_number  text not null,
    -- The number in capitals.
    number_key   text not null,
    post         text not null,
    category     text not null,
    visa_class   text not null,
    applicant_id text not null,
    ordinal      smallint not null,
    role         text not null,
    state        text not null,
    executed_on  date,
    refused_on   date,
    issued_on    date,
    officers     jsonb not null,
    names        jsonb not null,
    primary key (case_id, applicant_id)
);
create index on read_models_blue.searched_applicants (number_key, case_id);
create index on read_models_blue.searched_applicants (post, number_key, case_id);
create index on read_models_blue.searched_applicants (state, number_key, case_id);
create index on read_models_blue.searched_applicants (visa_class, number_key, case_id);
create index on read_models_blue.searched_applicants (executed_on) where executed_on is not null;
create index on read_models_blue.searched_applicants (refused_on) where refused_on is not null;
create index on read_models_blue.searched_applicants (issued_on) where issued_on is not null;
create index on read_models_blue.searched_applicants using gin (officers jsonb_path_ops);
create index on read_models_blue.searched_applicants using gin (names jsonb_path_ops);

create table read_models_green.searched_applicants (like read_models_blue.searched_applicants including all);
