package consular.ledger.postgres;

import com.zaxxer.hikari.HikariDataSource;
import consular.ledger.postgres.append.GroupCommit;
import consular.ledger.postgres.secrets.KeyWrapping;
import consular.ledger.postgres.secrets.NoKeyWrapping;
import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.Vault;
import consular.ledger.postgres.sequencing.LogHead;
import consular.ledger.postgres.sequencing.Sequencer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger on one node without an application round it: all threads run, and nothing is signed unless a follower does. */
final class TestLedger implements AutoCloseable {

    private final TestDatabase database;
    private final HikariDataSource pool = new HikariDataSource();
    private final LogHead head = new LogHead();
    private final GroupCommit commits;
    private final Sequencer sequencer;
    private final RecentAppends appends = new RecentAppends();
    private final EventLog log;
    private final Vault vault;

    TestLedger(TestDatabase database) {
        this(database, UNSIGNED);
    }

    TestLedger(TestDatabase database, Sequencer.Follower follower) {
        this(database, follower, PersonalData.NONE, new NoKeyWrapping());
    }

    TestLedger(TestDatabase database, Sequencer.Follower follower, PersonalData personal, KeyWrapping wrapping) {
        this(database, follower, personal, wrapping, Duration.ofSeconds(20));
    }

    /**
     * A ledger whose database may go away.
     *
     * @param connects how long to wait for a connection; short where one that does not come is to be noticed soon
     */
    TestLedger(
            TestDatabase database,
            Sequencer.Follower follower,
            PersonalData personal,
            KeyWrapping wrapping,
            Duration connects) {
        this.database = database;
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(12);
        // a pool that still fills itself is slow to close
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(connects.toMillis());
        sequencer = new Sequencer(pool, head, follower);
        commits = new GroupCommit(pool, 4096, Duration.ofSeconds(20), sequencer::appended);
        this.vault = new Vault(jdbc(), personal, wrapping);
        log = new EventLog(pool, head, appends, 100, vault);
        commits.start();
        if (!follower.equals(SLEEPING)) {
            sequencer.start();
        }
    }

    HikariDataSource dataSource() {
        return pool;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    GroupCommit commits() {
        return commits;
    }

    EventLog log() {
        return log;
    }

    RecentAppends appends() {
        return appends;
    }

    Vault vault() {
        return vault;
    }

    LogHead head() {
        return head;
    }

    PostgresEventStorageEngine engine() {
        return new PostgresEventStorageEngine(builder(it -> it));
    }

    PostgresEventStorageEngine.Builder builder(UnaryOperator<PostgresEventStorageEngine.Builder> customization) {
        var serializer = Jackson3Serializer.builder().build();
        var builder = new PostgresEventStorageEngine.Builder(new PostgresEventStorageEngine.Parts(
                log,
                commits,
                new StreamChains(jdbc()),
                appends,
                Optional.of(new Snapshots(jdbc())),
                Attribution::unknown,
                vault));
        builder.eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new LedgerAutoConfiguration().persistenceExceptionResolver())
                .batchSize(100);
        return customization.apply(builder);
    }

    /** Waits until everything that is stored has its place. */
    void settle() {
        var stored = database.jdbc()
                .sql("select count(*) from event")
                .query(Long.class)
                .single();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            while (!head.awaitMoreThan(stored - 1, 50, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("the log has not reached " + stored + " events but " + head.size());
                }
                head.reaches(placed());
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Nobody tells a node that does not lead, for here no node listens. */
    private long placed() {
        return database.jdbc()
                .sql("select coalesce(max(first_index + length), 0) from log_batch")
                .query(Long.class)
                .single();
    }

    boolean isLeading() {
        return sequencer.isLeading();
    }

    /** Lets another node lead, until it is to be ready for it again. */
    void ready(boolean isReady) {
        if (isReady) {
            sequencer.start();
        } else {
            sequencer.stop();
        }
    }

    /** Appends, and waits for the places. */
    void append(EventMessage<?>... events) {
        engine().appendEvents(events);
        settle();
    }

    @Override
    public void close() {
        commits.stop();
        sequencer.stop();
        pool.close();
    }

    static DomainEventMessage<String> event(String stream, long sequence) {
        return event(stream, sequence, Instant.now());
    }

    static DomainEventMessage<String> event(String stream, long sequence, Instant timestamp) {
        var id = UUID.randomUUID().toString();
        var payload = "%s, step %d".formatted(stream, sequence);
        var message = new GenericEventMessage<>(id, payload, MetaData.from(Map.of("by", "test")), timestamp);
        return new GenericDomainEventMessage<>("Example", stream, sequence, message, timestamp);
    }

    /** Signs nothing. */
    static final Sequencer.Follower UNSIGNED = new Unsigned();

    /** Says that nobody is to give places. */
    static final Sequencer.Follower SLEEPING = new Unsigned();

    private static final class Unsigned implements Sequencer.Follower {

        @Override
        public void begin() {}

        @Override
        public void follow(long size) {}

        @Override
        public void end() {}
    }
}
