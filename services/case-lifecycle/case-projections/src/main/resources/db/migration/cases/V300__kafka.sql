-- The topics to which the log is published, and up to where: all events up to there were acknowledged.
create table kafka_publication (
    topic        text primary key,
    position     bigint not null default 0 check (position >= 0),
    -- Which node publishes, and until when no other may, by the database's clock. Every new lease is an epoch, and nothing is recorded
    -- under an earlier one; whoever sets the position by hand begins one as well.
    leased_by    uuid,
    leased_until timestamptz not null default '-infinity',
    epoch        bigint not null default 0
);
