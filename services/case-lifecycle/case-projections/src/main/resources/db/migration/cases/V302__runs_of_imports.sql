-- How many times an import was begun: a run that breaks off says nothing of a later one. An instance of an earlier release counts none.
alter table case_import
    add column run bigint not null default 1;
