-- Who last said that a subscription is to be sent, being entitled to what it is sent at that time. Those who made the ones that are
-- there are taken to have said so today, so that nothing ends unannounced.
alter table webhook_subscription
    add column confirmed_by text,
    add column confirmed_at timestamptz not null default clock_timestamp();
update webhook_subscription set confirmed_by = created_by;
alter table webhook_subscription
    alter column confirmed_by set not null,
    alter column confirmed_at drop default;
