package consular.cases.projections.webhooks;

import static consular.cases.projections.webhooks.FakeLog.caseNumber;
import static consular.cases.projections.webhooks.FakeReceiver.ACCEPTED;
import static consular.cases.projections.webhooks.FakeReceiver.AWAY;
import static consular.cases.projections.webhooks.FakeReceiver.BROKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.application.webhooks.Answer;
import consular.cases.application.webhooks.SubscriptionState;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Every event arrives, and each case in its order, whatever the receiver does. */
class DeliveryTest extends DeliveryTestBase {
    private static final UUID BAD = caseNumber(1);
    private static final UUID GOOD = caseNumber(2);

    @Test
    void everything_arrives_in_order() {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++) {
            log.append(caseNumber(1 + random.nextInt(30)));
        }
        deliverAll();
        assertThat(receiver.count()).isEqualTo(1_000);
        assertAllTakenInOrder();
        assertThat(found().position()).isEqualTo(1_000);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_case_that_fails_waits_with_its_later_events_and_the_others_go_on() {
        receiver.behave(subject -> subject.equals(BAD) ? BROKEN : ACCEPTED);
        log.append(BAD);
        log.append(GOOD);
        log.append(BAD);
        log.append(GOOD);
        deliverAll();
        log.append(BAD);
        log.append(GOOD);
        deliverAll();
        assertThat(receiver.of(GOOD)).containsExactly(0, 1, 2);
        assertThat(receiver.of(BAD)).isEmpty();
        assertThat(waiting()).singleElement().satisfies(held -> {
            assertThat(held.subject()).isEqualTo(BAD);
            assertThat(held.position()).isEqualTo(1);
            assertThat(held.attempts()).isEqualTo(1);
            assertThat(held.failure()).isEqualTo("STATUS_500");
        });
        receiver.behave(_ -> ACCEPTED);
        deliverAll();
        assertThat(receiver.of(BAD)).as("not before its time").isEmpty();
        pass(Duration.ofSeconds(5));
        deliverAll();
        assertThat(receiver.of(BAD)).containsExactly(0, 1, 2);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void pauses_double_up_to_a_limit() {
        receiver.behave(_ -> BROKEN);
        log.append(BAD);
        deliverAll();
        for (var attempt = 1; attempt <= 4; attempt++) {
            var whole = Duration.ofSeconds(5L << (attempt - 1));
            assertThat(Duration.between(now, waiting().getFirst().nextAttemptAt()))
                    .isBetween(whole.dividedBy(2), whole);
            pass(whole);
            deliverAll();
        }
        assertThat(receiver.attempts()).isEqualTo(5);
    }

    @Test
    void a_receiver_may_ask_for_a_longer_pause() {
        receiver.behave(_ -> new Answer.Refused(429, Duration.ofMinutes(7)));
        log.append(BAD);
        deliverAll();
        assertThat(waiting().getFirst().nextAttemptAt()).isEqualTo(now.plus(Duration.ofMinutes(7)));
    }

    @Test
    void a_receiver_that_is_away_for_an_hour_gets_everything_afterwards_in_order_per_case() {
        var random = new Random(3);
        receiver.behave(_ -> AWAY);
        for (var second = 0; second < 3_600; second++) {
            log.append(caseNumber(1 + random.nextInt(400)));
            log.append(caseNumber(1 + random.nextInt(400)));
            deliverAll();
            pass(Duration.ofSeconds(1));
        }
        assertThat(receiver.count()).isZero();
        assertThat(receiver.attempts()).as("it is left alone meanwhile").isLessThan(60);
        assertThat(waiting().size()).as("what is held of it").isLessThan(60);
        assertThat(found().position()).as("the rest waits in the log").isLessThan(200);
        receiver.behave(_ -> ACCEPTED);
        pass(properties.longestRest());
        deliverAll();
        assertThat(receiver.count()).isEqualTo(7_200);
        assertAllTakenInOrder();
        assertThat(log.mostAtOnce()).as("events in memory").isLessThanOrEqualTo(100);
        assertThat(waiting()).isEmpty();
        assertThat(found().failingSince()).isNull();
    }

    @Test
    void a_receiver_that_takes_every_third_attempt_gets_everything_in_order_per_case() {
        var random = new Random(5);
        receiver.behave(_ -> random.nextInt(3) == 0 ? ACCEPTED : random.nextBoolean() ? BROKEN : AWAY);
        for (var i = 0; i < 500; i++) {
            log.append(caseNumber(1 + random.nextInt(20)));
            deliverAll();
            pass(Duration.ofSeconds(2));
        }
        receiver.behave(_ -> ACCEPTED);
        waiting().stream().filter(held -> held.dead()).forEach(dead -> {
            assertThat(subscriptions.retry(SUBSCRIPTION, dead.subject())).isTrue();
            delivery = deliver(lease(NODE).orElseThrow());
        });
        pass(Duration.ofHours(1));
        deliverAll();
        assertAllTakenInOrder();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void new_cases_are_tried_first_when_many_fail() {
        receiver.behave(subject -> subject.equals(GOOD) ? ACCEPTED : BROKEN);
        for (var number = 10; number < 16; number++) {
            log.append(caseNumber(number));
        }
        deliverAll();
        log.append(GOOD);
        deliverAll();
        assertThat(receiver.of(GOOD)).as("while it rests").isEmpty();
        pass(properties.firstPause());
        deliverAll();
        assertThat(receiver.of(GOOD)).containsExactly(0);
    }

    @Test
    void what_came_for_a_held_case_while_the_receiver_was_away_comes_with_it() {
        receiver.behave(_ -> AWAY);
        for (var number = 1; number <= 5; number++) {
            log.append(caseNumber(number));
        }
        deliverAll();
        for (var number = 1; number <= 5; number++) {
            log.append(caseNumber(number));
        }
        receiver.behave(_ -> ACCEPTED);
        pass(properties.longestRest());
        deliverAll();
        assertThat(receiver.count()).isEqualTo(10);
        assertAllTakenInOrder();
    }

    @Test
    void one_that_is_gone_is_disabled_and_goes_on_where_it_was_when_it_is_resumed() {
        receiver.behave(_ -> new Answer.Gone());
        log.append(BAD);
        log.append(BAD);
        deliverAll();
        assertThat(found().state()).isEqualTo(SubscriptionState.DISABLED);
        assertThat(found().stateReason()).isEqualTo("GONE");
        assertThat(lease(NODE)).isEmpty();
        receiver.behave(_ -> ACCEPTED);
        assertThat(subscriptions.resume(SUBSCRIPTION, "admin")).isTrue();
        delivery = deliver(lease(NODE).orElseThrow());
        pass(properties.firstPause());
        deliverAll();
        assertThat(receiver.of(BAD)).containsExactly(0, 1);
    }

    @Test
    void one_that_takes_nothing_for_days_is_disabled_and_no_case_is_given_up() {
        receiver.behave(_ -> AWAY);
        for (var number = 1; number <= 20; number++) {
            log.append(caseNumber(number));
        }
        for (var hour = 0; hour < 5 * 24 && found().state() == SubscriptionState.ACTIVE; hour++) {
            deliverAll();
            pass(Duration.ofHours(1));
        }
        deliverAll();
        assertThat(found().state()).isEqualTo(SubscriptionState.DISABLED);
        assertThat(found().stateReason()).isEqualTo("UNREACHABLE");
        assertThat(found().deadCases()).isZero();
    }

    @Test
    void what_is_sent_is_recorded_first() {
        log.append(BAD);
        log.append(GOOD);
        accessesFail = true;
        assertThatExceptionOfType(AccessNotRecorded.class).isThrownBy(delivery::round);
        assertThat(receiver.attempts()).isZero();
        accessesFail = false;
        deliverAll();
        assertThat(accesses)
                .extracting(Access::user, Access::operation, Access::subjects, Access::fromPosition, Access::toPosition)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "webhook:" + SUBSCRIPTION, "deliverWebhook", java.util.List.of(BAD, GOOD), 1L, 2L));
    }

    @Test
    void what_was_read_before_an_erasure_is_not_sent_after_it() {
        var first = new AtomicBoolean(true);
        receiver.behave(_ -> {
            if (first.getAndSet(false)) {
                erasures.incrementAndGet();
                log.erase(BAD);
            }
            return ACCEPTED;
        });
        log.append(BAD);
        log.append(BAD);
        delivery.round();
        assertThat(receiver.bodies()).hasSize(1);
        deliverAll();
        assertThat(receiver.bodies()).containsExactly(BAD + " 0", BAD + " 1 erased");
    }
}
