-- The lookouts of quasi-refusals that CLASS has not acknowledged, as far as the log has been followed.
-- The table stands beside the read models: no rebuilding touches it.
create table waiting_lookout (
    quasi_refusal_id uuid primary key,
    entered_on       date not null,
    -- Until when somebody is sending it and nobody else should.
    claimed_until    timestamptz not null default '-infinity'
);
create index on waiting_lookout (entered_on, quasi_refusal_id);
