-- The numbers that cases have, taken in the transaction that registers the case.
create table case_number (
    case_number text collate "C" primary key,
    case_id     uuid not null
);
