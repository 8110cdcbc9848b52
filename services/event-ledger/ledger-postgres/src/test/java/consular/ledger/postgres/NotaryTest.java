package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.verification.Tally;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.notary.CheckpointFolder;
import consular.ledger.postgres.notary.CheckpointSink;
import consular.ledger.postgres.notary.Notary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
class NotaryTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final JdbcClient jdbc = database.jdbc();
    private final LogCheck evidence = new LogCheck(jdbc);
    private final NoteSigner signer = TestKeys.signer();
    private final List<TestStream> streams = new ArrayList<>();
    private final Random random = new Random(7);
    private long stored;

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
    void a_place_that_fails_gets_the_next_checkpoint() throws Exception {
        var published = new CopyOnWriteArrayList<Long>();
        CheckpointSink failing = (size, _) -> {
            if (published.size() == 1) {
                published.add(-1L);
                throw new IllegalStateException("away for a moment");
            }
            published.add(size);
        };
        try (var ledger = new TestLedger(database, notary(failing))) {
            for (var checkpoint = 1; checkpoint <= 3; checkpoint++) {
                append(ledger, 300);
                awaitSigned();
            }
            Eventually.await("the last one is there", () -> published.contains(stored));
        }
        assertThat(published).contains(-1L);
        assertProven();
    }

    @Test
    void an_Error_of_a_place_ends_neither_the_signing_nor_the_publishing() throws Exception {
        var published = new CopyOnWriteArrayList<Long>();
        var notary = notary(new CheckpointSink() {
            private int asked;
            private int given;

            @Override
            public synchronized void publish(long size, String note) {
                if (++given == 1) {
                    throw new AssertionError("of the place, which takes nothing");
                }
                published.add(size);
            }

            @Override
            public synchronized Optional<String> latest() {
                if (++asked <= 2) {
                    throw new AssertionError("of the place, which answers nothing");
                }
                return Optional.empty();
            }
        });
        try (var ledger = new TestLedger(database, notary)) {
            append(ledger, 300);
            awaitSigned();
            Eventually.await("it is published", () -> published.contains(stored));
        }
        assertThat(notary.failures()).isEqualTo(2);
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

    /** It answers nothing until all is over. */
    @Test
    void a_place_that_is_slow_holds_up_neither_the_log_nor_other_places() throws Exception {
        var end = new CountDownLatch(1);
        var published = new CopyOnWriteArrayList<Long>();
        var asked = new CountDownLatch(1);
        CheckpointSink slow = (_, _) -> {
            asked.countDown();
            try {
                end.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        };
        try (var ledger = new TestLedger(database, notary(slow, (size, _) -> published.add(size)))) {
            append(ledger, 300);
            awaitSigned();
            Eventually.await("it is held up there", () -> asked.getCount() == 0);
            append(ledger, 300);
            // given by the thread that tells the notary, so that one has not been waiting
            ledger.settle();
            awaitSigned();
            Eventually.await("the other place has it", () -> published.contains(600L));
        } finally {
            end.countDown();
        }
    }

    @Test
    void a_folder_has_a_file_for_each_checkpoint_and_one_for_the_last(@TempDir Path temporary) throws Exception {
        var folder = temporary.resolve("published/checkpoints");
        try (var ledger = new TestLedger(database, notary(new CheckpointFolder(folder)))) {
            append(ledger, 300);
            awaitSigned();
            append(ledger, 300);
            awaitSigned();
            Eventually.await("the last one is there", () -> Files.exists(folder.resolve("600")));
            Eventually.await(
                    "it is the latest",
                    () -> Files.readString(folder.resolve("latest")).contains("\n600\n"));
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals(".lock")))
                    .containsExactlyInAnyOrderElementsOf(names());
        }
        for (var name : names()) {
            var size = name.equals("latest") ? 600 : Long.parseLong(name);
            assertThat(folder.resolve(name)).hasContent(note(size));
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

    private Notary notary(CheckpointSink... sinks) {
        return new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of(sinks));
    }

    private void append(TestLedger ledger, int events) {
        for (var left = events; left > 0; ) {
            if (streams.size() < 40) {
                streams.add(new TestStream());
            }
            var stream = streams.get(random.nextInt(streams.size()));
            var next = stream.peek(Math.min(left, 1 + random.nextInt(30)));
            ledger.commits().append(new Append(next, null, List.of()));
            stream.stored(next);
            left -= next.size();
            stored += next.size();
        }
    }

    private void awaitSigned() throws Exception {
        // a notary that failed a few times pauses for half a minute
        Eventually.await("all is signed", Duration.ofSeconds(60), () -> signed() == stored);
    }

    private long signed() {
        return jdbc.sql("select coalesce(max(size), 0) from checkpoint")
                .query(Long.class)
                .single();
    }

    private void assertProven() {
        evidence.assertSound();
        assertThat(evidence.tiles(signer)).isEmpty();
        assertThat(evidence.verify(signer))
                .isEqualTo(new Verdict.Sound(new Tally(stored, streamsInUse(), stored, stored, 0)));
    }

    private long streamsInUse() {
        return streams.stream().filter(stream -> stream.next() > 0).count();
    }

    private List<String> names() {
        var names = new ArrayList<>(jdbc.sql("select size::text from checkpoint")
                .query(String.class)
                .list());
        names.add("latest");
        return names;
    }

    private String note(long size) {
        return jdbc.sql("select note from checkpoint where size = ?")
                .param(size)
                .query(String.class)
                .single();
    }
}
