package consular.cases.projections.webhooks;

import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.SubscriptionState;
import consular.cases.application.webhooks.Subscriptions;
import consular.cases.application.webhooks.WebhookProperties;
import consular.cases.domain.posts.PostCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Subscriptions in their table. Every change begins an epoch, so that what is being delivered just then does not undo it. */
@Component
final class PostgresSubscriptions implements Subscriptions {
    private static final String FOUND = """
        select subscription.*, held.*
        from webhook_subscription as subscription
        cross join lateral (
            select count(*) filter (where not dead) as held, count(*) filter (where dead) as dead
            from webhook_held_case
            where subscription_id = subscription.subscription_id) as held
        """;

    private final JdbcClient jdbc;
    private final SecretTable secrets;
    private final int most;
    private final Duration confirmation;
    private final TransactionTemplate transaction;

    PostgresSubscriptions(
            JdbcClient jdbc,
            SecretTable secrets,
            WebhookProperties properties,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.most = properties.subscriptions();
        this.confirmation = properties.confirmation();
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean create(New subscription) {
        return perform(() -> {
            // one at a time, or two would both be the last that may be
            jdbc.sql("lock table webhook_subscription in share row exclusive mode")
                    .update();
            if (find(subscription.subscriptionId()).isPresent()) {
                return true;
            }
            var there = jdbc.sql("select count(*) from webhook_subscription")
                    .query(Long.class)
                    .single();
            if (there >= most) {
                return false;
            }
            insert(subscription);
            return secrets.add(subscription.subscriptionId(), subscription.secretId(), subscription.secret());
        });
    }

    private void insert(New subscription) {
        var wanted = subscription.wanted();
        jdbc.sql("""
            insert into webhook_subscription (
                subscription_id, url, description, event_types, posts, created_by, created_at, position, confirmed_by,
                confirmed_at)
            values (:id, :url, :description, :types, :posts, :by, clock_timestamp(), :after, :by, clock_timestamp())
            """)
                .param("id", subscription.subscriptionId())
                .param("url", subscription.target().toString())
                .param("description", subscription.description(), Types.VARCHAR)
                .param("types", wanted.eventTypes().stream().sorted().toArray(String[]::new))
                .param("posts", codes(wanted.posts()))
                .param("by", subscription.createdBy())
                .param("after", subscription.after())
                .update();
    }

    @Override
    public Optional<Subscription> find(UUID subscriptionId) {
        return jdbc.sql(FOUND + " where subscription_id = ?")
                .param(subscriptionId)
                .query(this::subscription)
                .optional();
    }

    @Override
    public List<Subscription> list(Set<PostCode> posts, int limit, @Nullable UUID after) {
        // one that names no posts is sent what is at all of them
        return jdbc.sql(FOUND + """
            where (subscription_id > :after::uuid or :after::uuid is null)
                and (cardinality(:posts::text[]) = 0 or (cardinality(posts) > 0 and posts <@ :posts::text[]))
            order by subscription_id
            limit :limit
            """)
                .param("after", after, Types.OTHER)
                .param("posts", codes(posts))
                .param("limit", limit)
                .query(this::subscription)
                .list();
    }

    private static String[] codes(Set<PostCode> posts) {
        return posts.stream().map(PostCode::value).sorted().toArray(String[]::new);
    }

    private Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("subscription_id", UUID.class),
                row.getString("url"),
                row.getString("description"),
                Rows.texts(row, "event_types"),
                Rows.texts(row, "posts"),
                SubscriptionState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                row.getLong("position"),
                row.getLong("held"),
                row.getLong("dead"),
                Rows.instantOrNull(row, "failing_since"),
                row.getString("last_failure"),
                Rows.instantOrNull(row, "last_success_at"),
                row.getString("created_by"),
                Rows.instant(row, "created_at"),
                Optional.ofNullable(row.getString("confirmed_by")).orElse(row.getString("created_by")),
                Rows.instant(row, "confirmed_at").plus(confirmation));
    }

    @Override
    public boolean pause(UUID subscriptionId) {
        return change(subscriptionId, "state = 'PAUSED', state_reason = null");
    }

    @Override
    public boolean resume(UUID subscriptionId, String by) {
        return perform(() -> jdbc.sql("""
            update webhook_subscription
            set epoch = epoch + 1, state = 'ACTIVE', state_reason = null, failures = 0, failing_since = null,
                rests_until = null, confirmed_by = ?, confirmed_at = clock_timestamp()
            where subscription_id = ?
            """).params(by, subscriptionId).update() == 1 && tryAllNow(subscriptionId));
    }

    private boolean tryAllNow(UUID subscriptionId) {
        jdbc.sql("update webhook_held_case set next_attempt_at = clock_timestamp() where subscription_id = ?"
                        + " and not dead")
                .param(subscriptionId)
                .update();
        return true;
    }

    @Override
    public boolean delete(UUID subscriptionId) {
        return jdbc.sql("delete from webhook_subscription where subscription_id = ?")
                        .param(subscriptionId)
                        .update()
                == 1;
    }

    @Override
    public boolean replay(UUID subscriptionId, long after) {
        return perform(() -> {
            var moved = jdbc.sql("""
                update webhook_subscription
                set position = :after, epoch = epoch + 1
                where subscription_id = :id and position >= :after
                """)
                    .param("after", after)
                    .param("id", subscriptionId)
                    .update();
            if (moved == 1) {
                // what comes again with the rest of its case need not be held
                jdbc.sql("delete from webhook_held_case where subscription_id = ? and next_position > ?")
                        .params(subscriptionId, after)
                        .update();
            }
            return moved == 1;
        });
    }

    @Override
    public Optional<Instant> rotate(UUID subscriptionId, UUID secretId, Secret secret, Duration overlap) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (!change(subscriptionId, "")) {
                return Optional.<Instant>empty();
            }
            if (secrets.add(subscriptionId, secretId, secret)) {
                secrets.retire(
                        subscriptionId, secretId, Instant.now().plus(overlap).truncatedTo(ChronoUnit.MILLIS));
            }
            return secrets.lastRetirement(subscriptionId);
        }));
    }

    @Override
    public Optional<Secret> secret(UUID subscriptionId, UUID secretId) {
        return secrets.one(subscriptionId, secretId);
    }

    @Override
    public List<Waiting> waiting(UUID subscriptionId, @Nullable Boolean dead, int limit, @Nullable UUID after) {
        return jdbc.sql("""
            select *
            from webhook_held_case
            where subscription_id = :id and dead = coalesce(:dead, dead) and (subject > :after::uuid or :after::uuid is null)
            order by subject
            limit :limit
            """)
                .param("id", subscriptionId)
                .param("dead", dead, Types.BOOLEAN)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new Waiting(
                        row.getObject("subject", UUID.class),
                        row.getLong("next_position"),
                        row.getInt("attempts"),
                        row.getString("failure"),
                        Rows.instant(row, "held_since"),
                        Rows.instant(row, "next_attempt_at"),
                        row.getBoolean("dead")))
                .list();
    }

    @Override
    public boolean retry(UUID subscriptionId, UUID subject) {
        return perform(() -> change(subscriptionId, "")
                && jdbc.sql("""
                    update webhook_held_case
                    set attempts = 0, next_attempt_at = clock_timestamp(), dead = false
                    where subscription_id = ? and subject = ?
                    """).params(subscriptionId, subject).update() == 1);
    }

    @Override
    public boolean discard(UUID subscriptionId, UUID subject, String by, String reason) {
        return perform(() -> change(subscriptionId, "")
                && jdbc.sql("""
                    with given_up as (
                        delete from webhook_held_case where subscription_id = :id and subject = :subject returning *)
                    insert into webhook_discard (
                        discard_id, subscription_id, url, subject, first_position, last_position, failure, discarded_at,
                        discarded_by, reason)
                    select gen_random_uuid(), subscription_id, url, subject, next_position, position, failure,
                        clock_timestamp(), :by, :reason
                    from given_up join webhook_subscription using (subscription_id)
                    """)
                                .param("id", subscriptionId)
                                .param("subject", subject)
                                .param("by", by)
                                .param("reason", reason)
                                .update()
                        == 1);
    }

    @Override
    public Totals totals(Instant now) {
        return jdbc.sql("""
            select min(position) filter (where state = 'ACTIVE') as lowest,
                coalesce(extract(epoch from :now - min(failing_since) filter (where state = 'ACTIVE')), 0) as failing,
                (select count(*) from webhook_held_case where not dead) as held,
                (select count(*) from webhook_held_case where dead) as dead,
                count(*) filter (where state = 'DISABLED') as disabled,
                extract(epoch from min(confirmed_at) filter (where state = 'ACTIVE') - :now)::float8 as confirmed
            from webhook_subscription
            """)
                .param("now", Rows.at(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, _) -> new Totals(
                        row.getObject("lowest", Long.class),
                        row.getDouble("failing"),
                        row.getLong("held"),
                        row.getLong("dead"),
                        row.getLong("disabled"),
                        confirmedFor(row.getObject("confirmed", Double.class))))
                .single();
    }

    private @Nullable Double confirmedFor(@Nullable Double sinceConfirmed) {
        return sinceConfirmed == null ? null : sinceConfirmed + confirmation.toSeconds();
    }

    /** Begins an epoch, and waits for what is just being recorded in the one before. */
    private boolean change(UUID subscriptionId, String assignments) {
        var more = assignments.isEmpty() ? "" : ", " + assignments;
        return jdbc.sql("update webhook_subscription set epoch = epoch + 1" + more + " where subscription_id = ?")
                        .param(subscriptionId)
                        .update()
                == 1;
    }

    private boolean perform(Supplier<Boolean> operation) {
        return Boolean.TRUE.equals(transaction.execute(_ -> operation.get()));
    }
}
