package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.notary.Notary;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NotaryTest extends NotaryTestBase {

    @Test
    void the_tree_and_its_checkpoints_are_those_of_the_log() throws Exception {
        var published = new CopyOnWriteArrayList<String>();
        try (var ledger = new TestLedger(database, notary((_, note) -> published.add(note)))) {
            append(ledger, 2_700);
            awaitSigned();
            append(ledger, 300);
            awaitSigned();
        }
        assertProven();
        assertThat(jdbc.sql("select count(*) from checkpoint").query(Long.class).single())
                .isGreaterThan(1);
        Eventually.await(
                "all are published",
                () -> published.equals(jdbc.sql("select note from checkpoint order by size")
                        .query(String.class)
                        .list()));
    }

    @Test
    void whoever_comes_next_goes_on_in_the_middle_of_a_tile() throws Exception {
        for (var size : List.of(100, 156, 1, 300, 700)) {
            try (var ledger = new TestLedger(database, notary())) {
                append(ledger, size);
                awaitSigned();
            }
            assertProven();
        }
    }

    @Test
    void leaders_that_follow_one_another_write_one_tree() throws Exception {
        try (var ledger = new TestLedger(database, notary());
                var other = new Node(database.dataSource(), notary())) {
            for (var reign = 0; reign < 4; reign++) {
                append(ledger, 200 + random.nextInt(200));
                jdbc.sql("""
                    select pg_terminate_backend(pid)
                    from pg_locks
                    where locktype = 'advisory'
                        and database = (select oid from pg_database where datname = current_database())
                    """).query(Boolean.class).list();
                append(ledger, 50);
            }
            awaitSigned();
            assertThat(other.head().size()).isPositive();
        }
        assertProven();
    }

    @Test
    void over_tiles_that_are_not_those_it_signed_nothing_more_is_signed_and_events_still_get_their_places()
            throws Exception {
        try (var ledger = new TestLedger(database, notary())) {
            append(ledger, 300);
            awaitSigned();
        }
        var signed = stored;
        var sound = jdbc.sql("select hashes from tile where (level, index) = (0, 1)")
                .query(byte[].class)
                .single();
        jdbc.sql("update tile set hashes = overlay(hashes placing sha256('x') from 1) where (level, index) = (0, 1)")
                .update();

        var notary = notary();
        var asked = new AskedNotary(notary);
        try (var ledger = new TestLedger(database, asked)) {
            append(ledger, 600);
            ledger.settle();
            Eventually.await("it cannot sign", () -> notary.failures() > 3);
            append(ledger, 10);
            ledger.settle();
            assertThat(asked.thrown())
                    .as("what would cost the sequencer the lead")
                    .isEmpty();
            assertThat(signed()).isEqualTo(signed);

            jdbc.sql("update tile set hashes = ? where (level, index) = (0, 1)")
                    .param(sound)
                    .update();
            awaitSigned();
        }
        assertProven();
    }

    @Test
    void where_a_tile_is_missing_events_still_get_their_places() throws Exception {
        try (var ledger = new TestLedger(database, notary())) {
            append(ledger, 300);
            awaitSigned();
        }
        jdbc.sql("delete from tile where (level, index) = (0, 1)").update();
        var notary = notary();
        try (var ledger = new TestLedger(database, notary)) {
            append(ledger, 10);
            ledger.settle();
            Eventually.await("it cannot sign", () -> notary.failures() > 0);
            append(ledger, 10);
            ledger.settle();
            assertThat(signed()).isEqualTo(300);
        }
    }

    @Test
    void while_somebody_holds_up_the_notary_events_still_get_their_places() throws Exception {
        try (var ledger = new TestLedger(database, notary())) {
            append(ledger, 10);
            awaitSigned();
            try (var lock = database.dataSource().getConnection();
                    var statement = lock.createStatement()) {
                lock.setAutoCommit(false);
                statement.execute("lock table tile, checkpoint");
                for (var time = 0; time < 5; time++) {
                    append(ledger, 300);
                    ledger.settle();
                }
                lock.rollback();
            }
            awaitSigned();
        }
        assertProven();
    }

    @Test
    void a_log_of_another_name_is_not_signed_on() throws Exception {
        try (var ledger = new TestLedger(database, notary())) {
            append(ledger, 10);
            awaitSigned();
        }
        var misnamed = new Notary(database.dataSource(), "another/name", signer, List.of(), List.of());
        try (var ledger = new TestLedger(database, misnamed)) {
            append(ledger, 300);
            Eventually.await("it refuses", () -> misnamed.failures() > 0);
            assertThat(signed()).isEqualTo(10);
        }
    }

    @Test
    void checkpoints_are_handed_on_page_by_page_each_once() {
        for (var size = 0; size < 10; size++) {
            jdbc.sql("insert into checkpoint (size, note, signed_at) values (?, ?, now())")
                    .params(size * 2, "note " + size * 2)
                    .update();
        }
        for (var page = 1; page <= 12; page++) {
            var pages = new LogEvidence(jdbc, List.of(), page);
            var notes = new ArrayList<String>();
            pages.forEachCheckpoint(15, notes::add);
            assertThat(notes)
                    .containsExactly("note 0", "note 2", "note 4", "note 6", "note 8", "note 10", "note 12", "note 14");
        }
    }
}
