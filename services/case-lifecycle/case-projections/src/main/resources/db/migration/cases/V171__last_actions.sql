-- The last thing that a nonimmigrant was told in a case, for each fiscal year.
create table read_models_blue.last_actions (
    case_id      uuid not null,
    applicant_id text not null,
    -- A digest, the same in every case of a person.
    person       text not null,
    fiscal_year  smallint not null,
    visa_class   text not null,
    post         text not null,
    acted_on     date not null,
    ordinal      integer not null,
    action       text not null,
    primary key (case_id, applicant_id, fiscal_year)
);
create index on read_models_blue.last_actions (
    fiscal_year, visa_class, person, acted_on desc, ordinal desc, case_id desc);

create table read_models_green.last_actions (like read_models_blue.last_actions including all);
