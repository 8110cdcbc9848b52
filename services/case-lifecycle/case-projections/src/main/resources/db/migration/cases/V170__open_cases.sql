-- The cases on which something may still happen.
create table read_models_blue.open_cases (
    case_id uuid not null primary key,
    post    text not null
);
create index on read_models_blue.open_cases (post, case_id);

create table read_models_green.open_cases (like read_models_blue.open_cases including all);
