package consular.cases.projections.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.application.accesses.AccessQuestion;
import consular.cases.application.accesses.RecordedAccess;
import consular.cases.application.webhooks.Delivery;
import consular.cases.application.webhooks.Lease;
import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.Subscriptions;
import consular.cases.application.webhooks.Wanted;
import consular.cases.application.webhooks.WebhookProperties;
import consular.cases.projections.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A subscription in a real database, with a log, a receiver and a clock that tests set. */
abstract class DeliveryTestBase {
    static final UUID SUBSCRIPTION = new UUID(7, 7);
    static final UUID NODE = new UUID(1, 1);
    static final UUID OTHER_NODE = new UUID(2, 2);
    static final UUID FIRST_SECRET = new UUID(8, 1);
    static final Duration LEASE = Duration.ofMinutes(10);

    final FakeLog log = new FakeLog();
    final FakeReceiver receiver = new FakeReceiver();
    final List<Access> accesses = Collections.synchronizedList(new ArrayList<>());
    final AtomicLong erasures = new AtomicLong();
    final Keys keys = new Keys();
    final WebhookProperties properties = new WebhookProperties(
            3,
            4,
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            Duration.ofMinutes(5),
            6,
            Duration.ofDays(5),
            Duration.ofDays(90),
            LEASE,
            Set.of(443),
            false);

    volatile Instant now = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    volatile boolean accessesFail;
    HikariDataSource database;
    JdbcClient jdbc;
    PostgresDeliveries deliveries;
    SecretTable secrets;
    Subscriptions subscriptions;
    Delivery delivery;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        jdbc = JdbcClient.create(database);
        var transactions = new JdbcTransactionManager(database);
        secrets = new SecretTable(jdbc, keys);
        deliveries = new PostgresDeliveries(jdbc, secrets, properties, transactions);
        subscriptions = new PostgresSubscriptions(jdbc, secrets, properties, transactions);
        assertThat(subscriptions.create(subscription(SUBSCRIPTION, 0))).isTrue();
        delivery = deliver(lease(NODE).orElseThrow());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    static Subscriptions.New subscription(UUID id, long after) {
        return new Subscriptions.New(
                id,
                URI.create("https://receiver.example/hook"),
                null,
                Wanted.ALL,
                after,
                "admin",
                id.equals(SUBSCRIPTION) ? FIRST_SECRET : UUID.randomUUID(),
                Secret.make());
    }

    Optional<Lease> lease(UUID node) {
        return deliveries.lease(node, LEASE).stream()
                .filter(lease -> lease.subscription().equals(SUBSCRIPTION))
                .findFirst();
    }

    Delivery deliver(Lease lease) {
        return new Delivery(
                lease,
                new Delivery.Means(
                        deliveries,
                        log,
                        new Recorder(),
                        receiver,
                        () -> now,
                        new Random(7),
                        erasures::get,
                        properties));
    }

    Subscription found() {
        return subscriptions.find(SUBSCRIPTION).orElseThrow();
    }

    List<Subscriptions.Waiting> waiting() {
        return subscriptions.waiting(SUBSCRIPTION, null, 100, null);
    }

    /** Rounds until there is nothing to do now. */
    void deliverAll() {
        for (var rounds = 0; rounds < 10_000; rounds++) {
            var next = delivery.round();
            if (next.isEmpty() || next.get().pause().isPositive()) {
                return;
            }
        }
        throw new AssertionError("it goes on and on");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Everything that is in the log was taken, each case in its order; what was sent twice counts once. */
    void assertAllTakenInOrder() {
        IntStream.rangeClosed(1, 1_000).mapToObj(FakeLog::caseNumber).forEach(subject -> {
            var first = receiver.of(subject).stream().distinct().toList();
            assertThat(first)
                    .isEqualTo(IntStream.range(0, log.length(subject)).boxed().toList());
        });
    }

    private final class Recorder implements AccessLog {
        @Override
        public void record(Access access) {
            if (accessesFail) {
                throw new AccessNotRecorded("the table is away", null);
            }
            accesses.add(access);
        }

        @Override
        public List<RecordedAccess> find(AccessQuestion question, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
