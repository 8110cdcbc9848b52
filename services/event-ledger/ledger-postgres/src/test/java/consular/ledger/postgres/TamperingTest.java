package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.notary.Notary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What someone who owns the database can do to the log, and how it comes to light: from the rows and the checkpoints that were
 * published before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

    private static final int BATCHES = 150;
    private static final int SIZE = BATCHES * 4;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final Random random = new Random(13);
    private final TestStream victim = new TestStream();
    private final List<TestStream> victims = new ArrayList<>();
    private CheckpointHistory.Trusted published = new CheckpointHistory.Trusted(List.of());

    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;
    private Intruder intruder;
    private LogCheck evidence;

    @BeforeAll
    void an_honest_log() throws Exception {
        var signer = TestKeys.signer();
        try (var ledger = new TestLedger(
                database, new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of()))) {
            var others = List.of(new TestStream(), new TestStream(), new TestStream());
            for (var batch = 0; batch < BATCHES; batch++) {
                victims.add(victim.copy());
                var events = new ArrayList<NewEvent>(victim.peek(1));
                victim.stored(events);
                var other = others.get(random.nextInt(3));
                var more = other.peek(3);
                other.stored(more);
                events.addAll(more);
                ledger.commits().append(new Append(events, null, List.of()));
            }
            Eventually.await(
                    "all is signed",
                    () -> database.jdbc()
                                    .sql("select coalesce(max(size), 0) from checkpoint")
                                    .query(Long.class)
                                    .single()
                            == SIZE);
        }
        published = new LogCheck(database.jdbc()).history(signer);
    }

    /** In a transaction that is rolled back afterwards, and in which the triggers are switched off. */
    @BeforeEach
    void break_in() throws Exception {
        connection = new SingleConnectionDataSource(database.dataSource().getConnection(), true);
        connection.getConnection().setAutoCommit(false);
        jdbc = JdbcClient.create(connection);
        intruder = new Intruder(jdbc);
        evidence = new LogCheck(jdbc);
        assertThat(verify()).isInstanceOf(Verdict.Sound.class);
        jdbc.sql("alter table event disable trigger user").update();
        jdbc.sql("alter table log_batch disable trigger user").update();
        jdbc.sql("alter table checkpoint disable trigger user").update();
    }

    @AfterEach
    void undo() throws Exception {
        connection.getConnection().rollback();
        connection.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'someone-else'",
                "clear = convert_to('{}' || chr(10) || '\"nothing happened\"', 'UTF8')",
                "type = 'another'",
                "revision = '7'",
                "effective_at = effective_at - interval '1 microsecond'",
                "recorded_at = recorded_at + interval '1 day'",
                "event_id = gen_random_uuid()",
                "stream_id = gen_random_uuid()",
                "stream_type = 'Another'",
                "stream_type = null"
            })
    void an_altered_event_is_named(String change) {
        for (var index : List.of(0, 255, 256, 301, SIZE - 1)) {
            savepoint();
            intruder.change(index, change);
            assertThat(named()).isEqualTo((long) index);
            back();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leaf = sha256('x')", "chain = sha256('x')", "slice = (slice + 1) % 1024", "stream_name = 'x'"})
    void a_row_that_contradicts_itself_is_found(String change) {
        intruder.change(303, change);

        assertThat(evidence.contradictions(0)).startsWith(303L);
    }

    @Test
    void a_deleted_event_is_named() {
        for (var index : List.of(0, 256, 402, SIZE - 1)) {
            savepoint();
            assertThat(jdbc.sql("delete from event where (batch, place) = (%s)".formatted(Intruder.at(index)))
                            .update())
                    .isEqualTo(1);
            assertThat(named()).isEqualTo((long) index);
            back();
        }
    }

    @Test
    void a_deleted_batch_is_named() {
        jdbc.sql("delete from event where batch = (select batch from log_batch where first_index = 200)")
                .update();
        jdbc.sql("delete from log_batch where first_index = 200").update();

        assertThat(named()).isEqualTo(200);
    }

    @Test
    void a_log_that_was_cut_off_is_noticed() {
        jdbc.sql("delete from log_batch where first_index >= 400").update();

        assertThat(finding()).isEqualTo(new Finding.EntriesMissing(400, SIZE));
    }

    @Test
    void an_inserted_event_is_named() {
        jdbc.sql("""
            update event set place = place + 1000
            where batch = (select batch from log_batch where first_index = 300) and place >= 2
            """).update();
        jdbc.sql("""
            insert into event
            select batch, 2, gen_random_uuid(), 0, gen_random_uuid(), slice, stream_type, null, null, type, revision,
                   effective_at, recorded_at, actor, clear, chain, leaf
            from event
            where (batch, place) = (%s)
            """.formatted(Intruder.at(301))).update();

        assertThat(named()).isEqualTo(302);
    }

    @Test
    void an_event_that_comes_twice_is_named() {
        jdbc.sql("alter table event drop constraint event_one_per_step").update();
        jdbc.sql("""
            insert into event
            select batch, 1000, stream_id, sequence, event_id, slice, stream_type, stream_name, event_name, type, revision,
                   effective_at, recorded_at, actor, clear, chain, leaf
            from event
            where (batch, place) = (%s)
            """.formatted(Intruder.at(303))).update();

        assertThat(named()).isEqualTo(304);
    }

    @Test
    void two_events_in_the_other_order_are_named() {
        jdbc.sql("update event set place = 1000 where (batch, place) = (%s)".formatted(Intruder.at(301)))
                .update();
        jdbc.sql("update event set place = 1 where (batch, place) = (%s)".formatted(Intruder.at(302)))
                .update();

        assertThat(named()).isEqualTo(301);
    }

    @Test
    void two_batches_in_the_other_order_are_named() {
        jdbc.sql("update log_batch set first_index = 100000 where first_index = 300")
                .update();
        jdbc.sql("update log_batch set first_index = 300 where first_index = 304")
                .update();
        jdbc.sql("update log_batch set first_index = 304 where first_index = 100000")
                .update();

        assertThat(named()).isEqualTo(300);
    }

    @Test
    void swapped_payloads_are_named() {
        jdbc.sql("""
            update event
            set clear = other.clear
            from event as other
            where (event.batch, event.place) in ((%1$s), (%2$s))
                and (other.batch, other.place) in ((%1$s), (%2$s))
                and other.event_id <> event.event_id
            """.formatted(Intruder.at(301), Intruder.at(410))).update();

        assertThat(named()).isEqualTo(301);
    }

    /** Whoever knows how chains are made can make another one; that is what the checkpoints are for. */
    @Test
    void a_stream_whose_rest_was_rewritten_with_its_chain_is_named() {
        intruder.rewrite(victim, victims.get(100).peek(BATCHES - 100, "someone-else"));

        assertThat(evidence.verify(new CheckpointHistory.Trusted(List.of()), _ -> Optional.empty()))
                .as("by itself it is without fault")
                .isInstanceOf(Verdict.Sound.class);
        assertThat(named()).isEqualTo(intruder.indexOf(victim, 100));
    }

    @Test
    void rewriting_the_tiles_as_well_leaves_it_named_to_within_two_checkpoints() {
        intruder.rewrite(victim, victims.get(100).peek(BATCHES - 100, "someone-else"));
        intruder.rewriteTilesOfLeaves(SIZE);

        var finding = finding();
        assertThat(finding).isInstanceOf(Finding.RootDiffers.class);
        assertThat(((Finding.RootDiffers) finding).index()).isLessThanOrEqualTo(intruder.indexOf(victim, 100));
        assertThat(((Finding.RootDiffers) finding).checkpoint().size()).isGreaterThan(intruder.indexOf(victim, 100));
        assertThat(published.verify(evidence.tiles())).isPresent();
    }

    private void savepoint() {
        jdbc.sql("savepoint honest").update();
    }

    private void back() {
        jdbc.sql("rollback to savepoint honest").update();
    }

    private Verdict verify() {
        return evidence.verify(published, evidence.tiles());
    }

    private Finding finding() {
        var verdict = verify();
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return ((Verdict.Broken) verdict).finding();
    }

    private long named() {
        var finding = finding();
        assertThat(finding).isInstanceOf(Finding.OfEntry.class);
        return ((Finding.OfEntry) finding).index();
    }
}
