package consular.cases.projections.webhooks;

import static consular.cases.projections.webhooks.FakeLog.caseNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.SubscriptionState;
import consular.cases.projections.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Nothing is sent for longer than somebody who was entitled to it answers for. */
class ConfirmationTest extends DeliveryTestBase {
    private static final UUID SUBJECT = caseNumber(1);

    private void confirmedBefore(Duration time) {
        jdbc.sql("update webhook_subscription set confirmed_at = clock_timestamp() - :seconds * interval '1 second'")
                .param("seconds", time.toSeconds())
                .update();
    }

    @Test
    void whoever_makes_one_answers_for_it() {
        assertThat(found().confirmedBy()).isEqualTo("admin");
        assertThat(found().confirmedUntil())
                .isCloseTo(Instant.now().plus(properties.confirmation()), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void one_that_nobody_confirmed_is_disabled_and_what_is_under_way_is_the_last_of_it() {
        log.append(SUBJECT);
        deliverAll();
        confirmedBefore(properties.confirmation().plusSeconds(1));
        assertThat(lease(NODE)).isEmpty();
        assertThat(found())
                .returns(SubscriptionState.DISABLED, Subscription::state)
                .returns("UNCONFIRMED", Subscription::stateReason)
                .returns(1L, Subscription::position);
        log.append(SUBJECT);
        assertThat(delivery.round()).as("its lease has ended").isEmpty();
        assertThat(receiver.attempts()).isOne();
    }

    @Test
    void one_that_is_confirmed_is_sent_until_the_last_moment() {
        confirmedBefore(properties.confirmation().minusMinutes(1));
        assertThat(lease(NODE)).isPresent();
        log.append(SUBJECT);
        deliverAll();
        assertThat(receiver.of(SUBJECT)).containsExactly(0);
    }

    @Test
    void whoever_resumes_it_answers_for_it_and_it_goes_on_where_it_was() {
        confirmedBefore(properties.confirmation().plusSeconds(1));
        assertThat(lease(NODE)).isEmpty();
        log.append(SUBJECT);
        assertThat(subscriptions.resume(SUBSCRIPTION, "another")).isTrue();
        assertThat(found())
                .returns(SubscriptionState.ACTIVE, Subscription::state)
                .returns(null, Subscription::stateReason)
                .returns("another", Subscription::confirmedBy)
                .returns("admin", Subscription::createdBy);
        delivery = deliver(lease(NODE).orElseThrow());
        deliverAll();
        assertThat(receiver.of(SUBJECT)).containsExactly(0);
    }

    @Test
    void one_that_is_resumed_while_it_is_sent_is_confirmed_ahead_of_time() {
        confirmedBefore(Duration.ofDays(80));
        assertThat(subscriptions.resume(SUBSCRIPTION, "another")).isTrue();
        assertThat(found().confirmedUntil())
                .isCloseTo(Instant.now().plus(properties.confirmation()), within(1, ChronoUnit.MINUTES));
    }

    /** Nothing ends unannounced because of a new release, nor fails on an instance of the one before. */
    @Test
    void one_that_an_earlier_release_made_before_or_after_the_migration_counts_as_confirmed_by_its_maker() {
        var ids = List.of(new UUID(7, 1), new UUID(7, 2));
        try (var earlier = TestDatabase.empty()) {
            TestDatabase.migrate(earlier, "300");
            makeAsBefore(JdbcClient.create(earlier), ids.getFirst());
            TestDatabase.migrate(earlier, "latest");
            makeAsBefore(JdbcClient.create(earlier), ids.getLast());
            var jdbc = JdbcClient.create(earlier);
            var migrated = new PostgresSubscriptions(
                    jdbc, new SecretTable(jdbc, keys), properties, new JdbcTransactionManager(earlier));
            for (var id : ids) {
                var found = migrated.find(id).orElseThrow();
                assertThat(found.confirmedBy()).isEqualTo("maker");
                assertThat(found.confirmedUntil())
                        .isCloseTo(Instant.now().plus(properties.confirmation()), within(1, ChronoUnit.MINUTES));
            }
        }
    }

    private static void makeAsBefore(JdbcClient jdbc, UUID id) {
        jdbc.sql("""
            insert into webhook_subscription (subscription_id, url, event_types, posts, created_by, created_at, position)
            values (?, 'https://hooks.example.org/visas', '{}', '{}', 'maker', '2024-03-05T00:00:00Z', 0)
            """).param(id).update();
    }

    @Test
    void the_totals_say_for_how_long_the_first_still_holds() {
        confirmedBefore(Duration.ofDays(80));
        assertThat(subscriptions.create(subscription(new UUID(7, 8), 0))).isTrue();
        assertThat(subscriptions.totals(Instant.now()).confirmed())
                .isCloseTo(Duration.ofDays(10).toSeconds(), within(60.0));
        assertThat(subscriptions.pause(SUBSCRIPTION)).isTrue();
        assertThat(subscriptions.totals(Instant.now()).confirmed())
                .as("of those that are sent")
                .isCloseTo(Duration.ofDays(90).toSeconds(), within(60.0));
        assertThat(subscriptions.pause(new UUID(7, 8))).isTrue();
        assertThat(subscriptions.totals(Instant.now()).confirmed()).isNull();
    }
}
