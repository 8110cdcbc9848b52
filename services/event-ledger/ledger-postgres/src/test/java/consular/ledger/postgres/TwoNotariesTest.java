package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.notary.Notary;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The key of the log is changing, and a leader that was relieved signs at the same moment as the one that has relieved it. */
@Timeout(60)
class TwoNotariesTest {

    private static final int EVENTS = 300;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final NoteSigner older = TestKeys.signer();
    private final NoteSigner newer = TestKeys.signer();
    private final List<Notary> begun = new ArrayList<>();
    private final Map<Notary, String> published = new ConcurrentHashMap<>();
    private final TestStream stream = new TestStream();

    @Test
    void both_publish_the_note_that_is_stored() throws Exception {
        var one = notary(older, newer.verifier());
        var other = notary(newer, older.verifier());
        signAtOnce(one, other);
        Eventually.await("both have published", () -> published.size() == 2);
        assertThat(published.values()).containsOnly(stored());
        assertThat(one.failures() + other.failures()).isZero();
        end();
        new LogCheck(database.jdbc()).assertSound();
    }

    @Test
    void whoever_does_not_know_the_key_that_was_quicker_publishes_nothing() throws Exception {
        var one = notary(older);
        var other = notary(newer);
        signAtOnce(one, other);
        Eventually.await("one has published", () -> published.size() == 1);
        Eventually.await("the other signs no more", () -> one.failures() + other.failures() > 0);
        end();
        assertThat(published.values()).containsExactly(stored());
    }

    /** It would look as if the old key had been used again. */
    @Test
    void nothing_is_stored_over_fewer_events_than_another_has_signed() throws Exception {
        var late = notary(older);
        append(EVENTS);
        try (var gate = closed("share")) {
            late.begin();
            late.follow(EVENTS);
            awaitWaiting(1);
            try (var statement = gate.createStatement()) {
                statement.execute("insert into checkpoint (size, note, signed_at) values (400, 'another', now())");
            }
            gate.commit();
            Eventually.await("it signs no more", () -> late.failures() > 0);
        }
        end();
        assertThat(database.jdbc()
                        .sql("select size from checkpoint")
                        .query(Long.class)
                        .list())
                .containsExactly(400L);
    }

    private Notary notary(NoteSigner signer, VerifierKey... earlier) {
        var self = new Notary[1];
        self[0] = new Notary(
                database.dataSource(),
                TestKeys.ORIGIN,
                signer,
                List.of(earlier),
                List.of((_, note) -> published.put(self[0], note)));
        begun.add(self[0]);
        return self[0];
    }

    /** Each has its note, and waits to store it. */
    private void signAtOnce(Notary one, Notary other) throws Exception {
        append(EVENTS);
        try (var gate = closed("share")) {
            for (var notary : List.of(one, other)) {
                notary.begin();
                notary.follow(EVENTS);
            }
            awaitWaiting(2);
            gate.commit();
        }
    }

    private void append(int events) {
        try (var ledger = new TestLedger(database)) {
            var next = stream.peek(events);
            ledger.commits().append(new Append(next, null, List.of()));
            ledger.settle();
        }
    }

    private Connection closed(String mode) throws SQLException {
        var gate = database.dataSource().getConnection();
        gate.setAutoCommit(false);
        try (var statement = gate.createStatement()) {
            statement.execute("lock table checkpoint in " + mode + " mode");
        }
        return gate;
    }

    private void awaitWaiting(int sessions) throws Exception {
        Eventually.await(
                "they wait at the gate",
                () -> database.jdbc().sql("""
                    select count(*)
                    from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'
                    """).query(Integer.class).single() == sessions);
    }

    private String stored() {
        return database.jdbc()
                .sql("select note from checkpoint where size = ?")
                .param(EVENTS)
                .query(String.class)
                .single();
    }

    private void end() {
        begun.forEach(Notary::end);
    }
}
