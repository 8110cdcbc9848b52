-- Who last said that a subscription is to be sent, being entitled to what it is sent at that time. Those who made the ones that are
-- there are taken to have said so today, so that nothing ends unannounced.
alter table webhook_subscription
    add column confirmed_by text,
    add column confirmed_at timestamptz not null default clock_timestamp();

comment on column webhook_subscription.confirmed_by is
    'Null where nobody has since it was made: then by created_by. An instance of an earlier release knows of neither column.';
