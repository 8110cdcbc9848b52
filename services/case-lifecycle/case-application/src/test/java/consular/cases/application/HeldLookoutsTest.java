package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.quasirefusals.Inquirer;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutAcknowledged;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quasi-refusal whose lookout cannot be kept waits by itself, and is taken in in its order when it is tried again. */
class HeldLookoutsTest {
    private static final QuasiRefusalId BAD = new QuasiRefusalId(new UUID(0, 1));
    private static final QuasiRefusalId GOOD = new QuasiRefusalId(new UUID(0, 2));
    private static final PostCode POST = new PostCode("MNL");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    private final Letters letters = new Letters();
    private final Outbox outbox = new Outbox();
    private final LookoutKeeper keeper = new LookoutKeeper(outbox);
    private final HeldLookouts held = new HeldLookouts(keeper, letters, NoTransactionManager.instance());
    private Configuration axon;

    @BeforeEach
    void start() {
        var configurer = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
        CaseApplicationConfiguration.lookouts(configurer, () -> letters);
        configurer.eventProcessing().registerEventHandler(_ -> keeper);
        axon = configurer.start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void the_others_go_on_and_its_own_events_wait_behind_it() {
        outbox.broken = true;
        append(BAD, 0, entered(BAD));
        await(() -> letters.queue.size() == 1);
        outbox.broken = false;
        append(BAD, 1, new LookoutAcknowledged(BAD, POST));
        append(GOOD, 0, entered(GOOD));
        await(() -> outbox.calls.contains("add " + GOOD));

        assertThat(letters.queue.size()).isEqualTo(2);
        assertThat(outbox.calls).containsExactly("add " + GOOD);

        outbox.broken = true;
        assertThat(held.process(_ -> true)).isFalse();
        outbox.broken = false;
        assertThat(held.process(_ -> true)).isTrue();

        assertThat(outbox.calls).containsExactly("add " + GOOD, "add " + BAD, "remove " + BAD);
        assertThat(letters.queue.size()).isZero();
    }

    private static LookoutEntered entered(QuasiRefusalId id) {
        return new LookoutEntered(
                id, POST, new Inquirer("Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH"), "212(a)(6)(E)", DAY);
    }

    private void append(QuasiRefusalId id, long sequence, Object event) {
        axon.eventStore()
                .publish(new GenericDomainEventMessage<>("QuasiRefusal", QuasiRefusalStreams.of(id), sequence, event));
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void of_whoever_was_erased_nothing_waits_any_more() {
        append(GOOD, 0, entered(GOOD));
        append(GOOD, 1, new InquirerDataErased(GOOD, POST, ErasureLevel.KEY, "an order"));
        await(() -> outbox.calls.contains("remove " + GOOD));
        assertThat(outbox.calls).containsExactly("add " + GOOD, "remove " + GOOD);
    }

    private static final class Letters implements DeadLetters {
        private final SequencedDeadLetterQueue<EventMessage<?>> queue =
                InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder().build();

        @Override
        public SequencedDeadLetterQueue<EventMessage<?>> of(String processor) {
            assertThat(processor).isEqualTo("lookouts");
            return queue;
        }

        @Override
        public EnqueuePolicy<EventMessage<?>> policy() {
            return (_, failure) -> Decisions.enqueue(failure);
        }
    }

    private static final class Outbox implements LookoutOutbox {
        private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean broken;

        @Override
        public void add(QuasiRefusalId quasiRefusalId, LocalDate enteredOn) {
            call("add " + quasiRefusalId);
        }

        @Override
        public void remove(QuasiRefusalId quasiRefusalId) {
            call("remove " + quasiRefusalId);
        }

        private void call(String what) {
            if (broken) {
                throw new IllegalStateException("no room");
            }
            calls.add(what);
        }

        @Override
        public int takeUnsent(int limit, Consumer<QuasiRefusalId> send) {
            return 0;
        }

        @Override
        public long countUnsent() {
            return 0;
        }
    }
}
