package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.notary.CheckpointFolder;
import consular.ledger.postgres.notary.CheckpointSink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where checkpoints are published, and what goes wrong there. */
@Timeout(120)
class NotaryPlacesTest extends NotaryTestBase {

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
