package consular.cases.projections.webhooks;

import consular.cases.application.webhooks.Deliveries;
import consular.cases.application.webhooks.Failure;
import consular.cases.application.webhooks.HeldCase;
import consular.cases.application.webhooks.Lease;
import consular.cases.application.webhooks.Outcome;
import consular.cases.application.webhooks.Standing;
import consular.cases.application.webhooks.Wanted;
import consular.cases.application.webhooks.WebhookProperties;
import consular.cases.domain.posts.PostCode;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leases in the rows of the subscriptions, by the database's clock. */
@Component
final class PostgresDeliveries implements Deliveries {
    private static final String STANDING = """
        select subscription.*, held.*
        from webhook_subscription as subscription
        cross join lateral (
            select count(*) as held,
                count(*) filter (where last_tried_at > coalesce(last_success_at, '-infinity')) as failing,
                min(next_attempt_at) as next_due
            from webhook_held_case
            where subscription_id = subscription.subscription_id and not dead) as held
        where subscription.subscription_id = :subscription and epoch = :epoch and state = 'ACTIVE'
        """;

    private static final String HELD = """
        select subject, next_position, attempts,
            last_tried_at > coalesce(last_success_at, '-infinity') as failing
        from webhook_held_case
        join webhook_subscription using (subscription_id)
        where subscription_id = :subscription and not dead
        """;

    private final JdbcClient jdbc;
    private final SecretTable secrets;
    private final Duration confirmation;
    private final TransactionTemplate transaction;

    PostgresDeliveries(
            JdbcClient jdbc,
            SecretTable secrets,
            WebhookProperties properties,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.confirmation = properties.confirmation();
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Lease> lease(UUID node, Duration length) {
        // before the database looks at its clock, so that the lease ends here before it ends there
        var end = System.nanoTime() + length.toNanos();
        disableUnconfirmed();
        jdbc.sql("""
            update webhook_subscription
            set leased_by = :node, epoch = epoch + 1
            where subscription_id in (
                select subscription_id
                from webhook_subscription
                where state = 'ACTIVE' and leased_until < clock_timestamp() and leased_by is distinct from :node
                for update skip locked)
            """).param("node", node).update();
        return jdbc.sql("""
            update webhook_subscription
            set leased_until = clock_timestamp() + :millis * interval '1 millisecond'
            where leased_by = :node and state = 'ACTIVE'
            returning subscription_id, epoch
            """)
                .param("node", node)
                .param("millis", length.toMillis())
                .query((row, _) -> new Lease(row.getObject("subscription_id", UUID.class), row.getLong("epoch"), end))
                .list();
    }

    /** It is an epoch of its own, so what is being delivered just then is the last of it. */
    private void disableUnconfirmed() {
        jdbc.sql("""
            update webhook_subscription
            set state = 'DISABLED', state_reason = 'UNCONFIRMED', epoch = epoch + 1
            where state = 'ACTIVE' and confirmed_at < clock_timestamp() - :millis * interval '1 millisecond'
            """).param("millis", confirmation.toMillis()).update();
    }

    @Override
    public void release(UUID node) {
        jdbc.sql("update webhook_subscription set leased_by = null, leased_until = '-infinity' where leased_by = ?")
                .param(node)
                .update();
    }

    @Override
    public Optional<Standing> standing(Lease lease) {
        return jdbc.sql(STANDING)
                .param("subscription", lease.subscription())
                .param("epoch", lease.epoch())
                .query((row, _) -> standing(row))
                .optional();
    }

    private Standing standing(ResultSet row) throws SQLException {
        var subscription = row.getObject("subscription_id", UUID.class);
        return new Standing(
                subscription,
                URI.create(row.getString("url")),
                new Wanted(
                        Set.copyOf(Rows.texts(row, "event_types")),
                        Rows.texts(row, "posts").stream().map(PostCode::new).collect(Collectors.toSet())),
                secrets.signing(subscription),
                row.getLong("position"),
                row.getInt("failures"),
                Rows.instantOrNull(row, "failing_since"),
                Rows.instantOrNull(row, "rests_until"),
                row.getLong("held"),
                row.getLong("failing"),
                Rows.instantOrNull(row, "next_due"));
    }

    @Override
    public Set<UUID> heldAmong(Lease lease, Collection<UUID> subjects) {
        return Set.copyOf(
                jdbc.sql("select subject from webhook_held_case where subscription_id = ? and subject = any (?)")
                        .params(lease.subscription(), subjects.toArray(UUID[]::new))
                        .query((row, _) -> row.getObject("subject", UUID.class))
                        .list());
    }

    @Override
    public List<HeldCase> due(Lease lease, Instant at, int limit) {
        return jdbc.sql(HELD + " and next_attempt_at <= :at order by next_attempt_at, subject limit :limit")
                .param("subscription", lease.subscription())
                .param("at", Rows.at(at))
                .param("limit", limit)
                .query(PostgresDeliveries::held)
                .list();
    }

    @Override
    public Optional<HeldCase> leastRecentlyTried(Lease lease) {
        return jdbc.sql(HELD + " order by last_tried_at nulls first, subject limit 1")
                .param("subscription", lease.subscription())
                .query(PostgresDeliveries::held)
                .optional();
    }

    private static HeldCase held(ResultSet row, int number) throws SQLException {
        return new HeldCase(
                row.getObject("subject", UUID.class),
                row.getLong("next_position"),
                row.getInt("attempts"),
                row.getBoolean("failing"));
    }

    @Override
    public boolean commit(Lease lease, Outcome outcome) {
        return Boolean.TRUE.equals(transaction.execute(_ -> record(lease, outcome)));
    }

    private boolean record(Lease lease, Outcome outcome) {
        if (!advance(lease, outcome)) {
            return false;
        }
        jdbc.sql("delete from webhook_held_case where subscription_id = ? and subject = any (?)")
                .params(lease.subscription(), outcome.done().toArray(UUID[]::new))
                .update();
        outcome.held().forEach(held -> hold(lease, outcome, held));
        if (outcome.recovered()) {
            jdbc.sql("update webhook_held_case set next_attempt_at = ? where subscription_id = ? and not dead")
                    .params(Rows.at(outcome.at()), lease.subscription())
                    .update();
        }
        return true;
    }

    private boolean advance(Lease lease, Outcome outcome) {
        var disabled = outcome.disabled();
        return jdbc.sql("""
            update webhook_subscription
            set position = :position, failures = :failures, failing_since = :failingSince, rests_until = :restsUntil,
                last_success_at = case when :succeeded then :at else last_success_at end,
                last_failure = coalesce(:failure, last_failure),
                state = case when :disabled::text is null then state else 'DISABLED' end,
                state_reason = :disabled
            where subscription_id = :subscription and epoch = :epoch and state = 'ACTIVE'
            """)
                        .param("position", outcome.position())
                        .param("failures", outcome.failures())
                        .param("failingSince", Rows.atOrNull(outcome.failingSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("restsUntil", Rows.atOrNull(outcome.restsUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("succeeded", outcome.succeeded())
                        .param("at", Rows.at(outcome.at()))
                        .param("failure", reason(outcome.failure()), Types.VARCHAR)
                        .param("disabled", disabled == null ? null : disabled.name(), Types.VARCHAR)
                        .param("subscription", lease.subscription())
                        .param("epoch", lease.epoch())
                        .update()
                == 1;
    }

    private void hold(Lease lease, Outcome outcome, Outcome.Held held) {
        jdbc.sql("""
            insert into webhook_held_case as known (
                subscription_id, subject, next_position, attempts, failure, held_since, last_tried_at, next_attempt_at,
                dead)
            values (:subscription, :subject, :next, :attempts, :failure, :at,
                case when :failure::text is not null then :at end, :nextAttempt, :dead)
            on conflict (subscription_id, subject) do update
            set next_position = excluded.next_position, attempts = excluded.attempts,
                failure = coalesce(excluded.failure, known.failure),
                last_tried_at = coalesce(excluded.last_tried_at, known.last_tried_at),
                next_attempt_at = excluded.next_attempt_at, dead = excluded.dead
            """)
                .param("subscription", lease.subscription())
                .param("subject", held.subject())
                .param("next", held.next())
                .param("attempts", held.attempts())
                .param("failure", reason(held.failure()), Types.VARCHAR)
                .param("at", Rows.at(outcome.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("nextAttempt", Rows.at(held.nextAttempt()))
                .param("dead", held.dead())
                .update();
    }

    private static @Nullable String reason(@Nullable Failure failure) {
        return failure == null ? null : failure.reason();
    }
}
