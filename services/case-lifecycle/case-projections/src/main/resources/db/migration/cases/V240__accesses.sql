-- Who was shown what, and who was refused. The table stands beside the log: what is read changes no case. It holds ids of
-- users, cases and quasi-refusals and no names. Rows are kept as long as the log, and nobody changes them.
create table case_access (
    access_id     bigint generated always as identity primary key,
    accessed_at   timestamptz not null default clock_timestamp(),
    user_id       text not null,
    roles         text[] not null,
    -- What was asked, by its name in the description of the interface.
    operation     text not null,
    -- The cases and quasi-refusals that the answer showed, or that were asked for.
    subjects      uuid[] not null,
    -- The first and the last place in the log that the answer showed.
    from_position bigint,
    to_position   bigint,
    -- Filters and pages, where something was shown.
    query         text,
    -- The status of the answer; 403 is a refused attempt.
    status        smallint not null,
    request_id    text not null
);
create index on case_access using gin (subjects);
create index on case_access (user_id, access_id);
create index on case_access (accessed_at);

create function refuse_change_of_accesses() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op
        using errcode = 'object_not_in_prerequisite_state';
end
$$;

create trigger case_access_refuse_change
    before update or delete or truncate on case_access
    for each statement execute function refuse_change_of_accesses();
alter table case_access enable always trigger case_access_refuse_change;
