-- What was imported, and what became of each row. Neither names anybody.
create table case_import (
    import_id  uuid not null primary key,
    started_by text not null,
    dry_run    boolean not null,
    told_class boolean not null,
    state      text not null,
    started_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
);

create table case_import_row (
    import_id   uuid not null references case_import,
    row         bigint not null,
    key         text not null,
    result      text not null,
    case_number text,
    command     text,
    case_id     uuid,
    version     bigint,
    code        text,
    rule        text,
    citation    text,
    pointer     text,
    detail      text,
    primary key (import_id, row)
);
