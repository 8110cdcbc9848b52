package consular.cases.projections.webhooks;

import static consular.cases.projections.webhooks.FakeLog.caseNumber;
import static consular.cases.projections.webhooks.FakeReceiver.ACCEPTED;
import static consular.cases.projections.webhooks.FakeReceiver.BROKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.SealedValues;
import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.Subscriptions.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What an administrator does with a subscription takes effect at once, and holds against what is just being delivered. */
class SubscriptionsTest extends DeliveryTestBase {
    private static final UUID BAD = caseNumber(1);
    private static final UUID GOOD = caseNumber(2);

    private void failUntilDead() {
        receiver.behave(subject -> subject.equals(BAD) ? BROKEN : ACCEPTED);
        log.append(BAD);
        log.append(GOOD);
        log.append(BAD);
        for (var attempt = 0; attempt < properties.attempts(); attempt++) {
            deliverAll();
            pass(Duration.ofHours(1));
        }
    }

    private void leaseAnew() {
        delivery = deliver(lease(NODE).orElseThrow());
    }

    @Test
    void a_case_that_fails_again_and_again_is_dead_and_is_not_tried_by_itself() {
        failUntilDead();
        assertThat(waiting()).singleElement().returns(true, Waiting::dead);
        assertThat(found()).returns(1L, Subscription::deadCases).returns(0L, Subscription::heldCases);
        var attempts = receiver.attempts();
        log.append(BAD);
        pass(Duration.ofDays(1));
        deliverAll();
        assertThat(receiver.attempts()).isEqualTo(attempts);
    }

    @Test
    void a_dead_case_that_is_retried_goes_on_with_the_event_that_failed() {
        failUntilDead();
        log.append(BAD);
        deliverAll();
        receiver.behave(_ -> ACCEPTED);
        assertThat(subscriptions.retry(SUBSCRIPTION, BAD)).isTrue();
        leaseAnew();
        deliverAll();
        assertThat(receiver.of(BAD)).containsExactly(0, 1, 2);
        assertThat(waiting()).isEmpty();
        assertThat(subscriptions.retry(SUBSCRIPTION, BAD)).isFalse();
    }

    @Test
    void what_is_discarded_is_not_sent_and_that_is_on_record_for_good() {
        failUntilDead();
        receiver.behave(_ -> ACCEPTED);
        assertThat(subscriptions.discard(SUBSCRIPTION, BAD, "admin", "the receiver has it by mail"))
                .isTrue();
        leaseAnew();
        log.append(BAD);
        deliverAll();
        assertThat(receiver.of(BAD)).as("the later events go on").containsExactly(2);
        assertThat(jdbc.sql("select discarded_by || ': ' || reason || ' ' || first_position || '-' || last_position"
                                + " from webhook_discard")
                        .query(String.class)
                        .single())
                .isEqualTo("admin: the receiver has it by mail 1-3");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from webhook_discard").update());
    }

    @Test
    void a_replay_sends_everything_behind_a_position_again_with_the_same_ids() {
        log.append(GOOD);
        log.append(GOOD);
        log.append(GOOD);
        deliverAll();
        assertThat(subscriptions.replay(SUBSCRIPTION, 4))
                .as("it was never there")
                .isFalse();
        assertThat(subscriptions.replay(SUBSCRIPTION, 1)).isTrue();
        leaseAnew();
        deliverAll();
        assertThat(receiver.of(GOOD)).containsExactly(0, 1, 2, 1, 2);
        assertThat(receiver.headers())
                .extracting(headers -> headers.get("webhook-id"))
                .containsExactly("event-1", "event-2", "event-3", "event-2", "event-3");
    }

    @Test
    void what_is_under_way_does_not_undo_a_replay() {
        log.append(GOOD);
        log.append(GOOD);
        deliverAll();
        log.append(GOOD);
        receiver.behave(_ -> {
            receiver.behave(_ -> ACCEPTED);
            assertThat(subscriptions.replay(SUBSCRIPTION, 0)).isTrue();
            return ACCEPTED;
        });
        deliverAll();
        assertThat(found().position()).isZero();
        leaseAnew();
        deliverAll();
        assertThat(receiver.of(GOOD)).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void a_replay_behind_a_case_that_is_held_keeps_its_order() {
        receiver.behave(subject -> subject.equals(BAD) ? BROKEN : ACCEPTED);
        log.append(BAD);
        log.append(GOOD);
        log.append(BAD);
        deliverAll();
        assertThat(subscriptions.replay(SUBSCRIPTION, 1)).isTrue();
        receiver.behave(_ -> ACCEPTED);
        leaseAnew();
        pass(Duration.ofHours(1));
        deliverAll();
        assertThat(receiver.of(BAD)).containsExactly(0, 1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void one_that_is_paused_is_sent_nothing_until_it_is_resumed() {
        assertThat(subscriptions.pause(SUBSCRIPTION)).isTrue();
        log.append(GOOD);
        deliverAll();
        assertThat(receiver.attempts()).isZero();
        assertThat(lease(OTHER_NODE)).isEmpty();
        assertThat(subscriptions.resume(SUBSCRIPTION, "admin")).isTrue();
        leaseAnew();
        deliverAll();
        assertThat(receiver.of(GOOD)).containsExactly(0);
    }

    @Test
    void a_second_node_delivers_only_when_the_first_is_gone_and_the_first_records_nothing_any_more() {
        log.append(GOOD);
        assertThat(lease(OTHER_NODE)).isEmpty();
        // as if the first had not been heard of for as long as its lease was
        jdbc.sql("update webhook_subscription set leased_until = clock_timestamp() - interval '1 second'")
                .update();
        var stalled = delivery;
        delivery = deliver(lease(OTHER_NODE).orElseThrow());
        assertThat(stalled.round()).isEmpty();
        assertThat(receiver.attempts()).isZero();
        deliverAll();
        assertThat(receiver.of(GOOD)).containsExactly(0);
        assertThat(lease(NODE)).isEmpty();
        deliveries.release(OTHER_NODE);
        assertThat(lease(NODE)).isPresent();
    }

    @Test
    void what_a_node_sent_in_its_last_round_is_sent_again_by_the_next_with_the_same_ids() {
        log.append(GOOD);
        receiver.behave(_ -> {
            receiver.behave(_ -> ACCEPTED);
            jdbc.sql("update webhook_subscription set leased_until = '-infinity'")
                    .update();
            assertThat(lease(OTHER_NODE)).isPresent();
            return ACCEPTED;
        });
        assertThat(delivery.round()).as("the lease is lost").isEmpty();
        delivery = deliver(lease(OTHER_NODE).orElseThrow());
        deliverAll();
        assertThat(receiver.headers())
                .extracting(headers -> headers.get("webhook-id"))
                .containsExactly("event-1", "event-1");
    }

    @Test
    void while_secrets_overlap_both_sign_and_then_the_new_one_alone() {
        var next = Secret.make();
        var id = UUID.randomUUID();
        var until = subscriptions.rotate(SUBSCRIPTION, id, next, Duration.ofHours(1));
        assertThat(until).isPresent();
        assertThat(subscriptions.rotate(SUBSCRIPTION, id, next, Duration.ofHours(1)))
                .as("done twice")
                .isEqualTo(until);
        leaseAnew();
        log.append(GOOD);
        deliverAll();
        assertThat(signatures(0)).hasSize(2);
        jdbc.sql("update webhook_secret set retires_at = clock_timestamp() where retires_at is not null")
                .update();
        log.append(GOOD);
        deliverAll();
        assertThat(signatures(1)).hasSize(1);
        assertThat(subscriptions.secret(SUBSCRIPTION, id).orElseThrow().text()).isEqualTo(next.text());
        assertThat(subscriptions.secret(SUBSCRIPTION, FIRST_SECRET)).isEmpty();
    }

    private String[] signatures(int delivery) {
        return receiver.headers().get(delivery).get("webhook-signature").split(" ");
    }

    @Test
    void a_damaged_secret_is_passed_over_and_counted() {
        jdbc.sql("update webhook_secret set key_version = 'lost'").update();
        keys.change("2");
        assertThat(secrets.wrapAnew()).isEqualTo(new SealedValues.Rewrapped(0, 1));
        assertThat(secrets.left()).containsOnly(Map.entry("lost", 1L));
    }

    @Test
    void secrets_are_stored_sealed_and_wrapped_anew_with_the_key() {
        var secret = subscriptions.secret(SUBSCRIPTION, FIRST_SECRET).orElseThrow();
        var stored = jdbc.sql("select sealed from webhook_secret")
                .query(byte[].class)
                .single();
        assertThat(stored).isNotEqualTo(secret.bytes());
        keys.change("2");
        assertThat(secrets.left()).containsOnly(Map.entry("1", 1L));
        assertThat(secrets.wrapAnew()).isEqualTo(new SealedValues.Rewrapped(1, 0));
        assertThat(secrets.left()).isEmpty();
        assertThat(subscriptions
                        .secret(SUBSCRIPTION, FIRST_SECRET)
                        .orElseThrow()
                        .text())
                .isEqualTo(secret.text());
    }

    @Test
    void there_are_no_more_than_there_may_be_and_making_one_twice_makes_one() {
        assertThat(subscriptions.create(subscription(new UUID(7, 8), 0))).isTrue();
        assertThat(subscriptions.create(subscription(new UUID(7, 8), 0))).isTrue();
        assertThat(subscriptions.create(subscription(new UUID(7, 9), 0))).isTrue();
        assertThat(subscriptions.create(subscription(new UUID(7, 10), 0))).isFalse();
        assertThat(subscriptions.list(Set.of(), 2, null))
                .extracting(Subscription::subscriptionId)
                .containsExactly(SUBSCRIPTION, new UUID(7, 8));
        assertThat(subscriptions.list(Set.of(), 2, new UUID(7, 8)))
                .extracting(Subscription::subscriptionId)
                .containsExactly(new UUID(7, 9));
    }

    @Test
    void one_that_is_deleted_leaves_nothing() {
        receiver.behave(_ -> BROKEN);
        log.append(BAD);
        deliverAll();
        assertThat(subscriptions.delete(SUBSCRIPTION)).isTrue();
        assertThat(subscriptions.delete(SUBSCRIPTION)).isFalse();
        assertThat(jdbc.sql("select (select count(*) from webhook_secret) + (select count(*) from webhook_held_case)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_totals_say_how_all_fare() {
        failUntilDead();
        log.append(GOOD);
        deliverAll();
        receiver.behave(_ -> BROKEN);
        log.append(caseNumber(3));
        deliverAll();
        pass(Duration.ofSeconds(90));
        var totals = subscriptions.totals(now);
        assertThat(totals.lowest()).isEqualTo(5);
        assertThat(totals.failing()).isEqualTo(90);
        assertThat(totals.held()).isEqualTo(1);
        assertThat(totals.dead()).isEqualTo(1);
        assertThat(totals.disabled()).isZero();
    }
}
