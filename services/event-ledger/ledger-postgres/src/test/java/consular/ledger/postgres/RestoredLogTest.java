package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.notary.CheckpointFolder;
import consular.ledger.postgres.notary.CheckpointSink;
import consular.ledger.postgres.notary.Notary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log that was put back from an older copy of its database, beside what was published of it since. */
@Timeout(120)
class RestoredLogTest {

    private static final int COPIED = 300;
    private static final int PUBLISHED = 600;

    @TempDir
    private Path folder;

    private final NoteSigner signer = TestKeys.signer();
    private final TestDatabase original = TestDatabase.create().migrate();
    private TestDatabase restored = original;

    @BeforeEach
    void a_backup_and_what_came_after_it() throws Exception {
        write(original, COPIED);
        restored = original.copy();
        write(original, PUBLISHED - COPIED);
    }

    @Test
    void it_is_not_signed_on_however_long_it_grows_and_events_still_get_their_places() throws Exception {
        var latest = Files.readString(folder.resolve("latest"));
        var notary = notary(restored, new CheckpointFolder(folder));
        try (var ledger = new TestLedger(restored, notary)) {
            Eventually.await("it is noticed before anything is appended", notary::isContradicted);
            append(ledger, 2 * PUBLISHED);
            ledger.settle();
            var failures = notary.failures();
            Eventually.await("it was tried again", () -> notary.failures() > failures);
            assertThat(notary.isContradicted()).isTrue();
        }
        assertThat(signed(restored)).isEqualTo(COPIED);
        assertThat(folder.resolve("latest")).hasContent(latest);
    }

    /** Without the shorter length to give it away. */
    @Test
    void a_log_that_had_grown_again_before_anybody_signed_is_told_by_its_root() throws Exception {
        try (var ledger = new TestLedger(restored)) {
            append(ledger, PUBLISHED);
            ledger.settle();
        }
        var notary = notary(restored, new CheckpointFolder(folder));
        try (var ledger = new TestLedger(restored, notary)) {
            ledger.settle();
            Eventually.await("it is noticed", notary::isContradicted);
        }
        assertThat(signed(restored)).isEqualTo(COPIED);
    }

    @Test
    void the_log_that_was_published_is_signed_on_even_if_its_own_checkpoints_are_older() throws Exception {
        original.jdbc().sql("alter table checkpoint disable trigger user").update();
        original.jdbc()
                .sql("delete from checkpoint where size > ?")
                .param(COPIED)
                .update();

        write(original, 10);

        assertThat(Files.readString(folder.resolve("latest"))).contains("\n" + (PUBLISHED + 10) + "\n");
    }

    @Test
    void nothing_is_signed_before_the_place_says_what_it_has() throws Exception {
        var away = new AtomicBoolean(true);
        var notary = notary(original, awayWhile(away));
        try (var ledger = new TestLedger(original, notary)) {
            append(ledger, 10);
            ledger.settle();
            Eventually.await("it has asked", () -> notary.failures() > 1);
            assertThat(signed(original)).isEqualTo(PUBLISHED);
            assertThat(notary.isContradicted()).isFalse();
            away.set(false);
            Eventually.await("it is signed", Duration.ofSeconds(60), () -> signed(original) == PUBLISHED + 10);
        }
    }

    @Test
    void whatever_else_goes_wrong_the_alarm_stays_on_while_this_node_leads() throws Exception {
        var away = new AtomicBoolean();
        var notary = notary(restored, awayWhile(away));
        try (var ledger = new TestLedger(restored, notary)) {
            Eventually.await("it is noticed", notary::isContradicted);
            away.set(true);
            var failures = notary.failures();
            Eventually.await("it failed otherwise", () -> notary.failures() > failures + 1);
            assertThat(notary.isContradicted()).isTrue();
            ledger.ready(false);
            assertThat(notary.isContradicted())
                    .as("by a node that does not sign")
                    .isFalse();
        }
    }

    /** The folder, as long as it can be reached. */
    private CheckpointSink awayWhile(AtomicBoolean away) {
        var place = new CheckpointFolder(folder);
        return new CheckpointSink() {
            @Override
            public void publish(long size, String note) {
                place.publish(size, note);
            }

            @Override
            public Optional<String> latest() {
                if (away.get()) {
                    throw new IllegalStateException("away for a moment");
                }
                return place.latest();
            }
        };
    }

    private void write(TestDatabase database, int events) throws Exception {
        var size = database.jdbc()
                        .sql("select count(*) from event")
                        .query(Long.class)
                        .single()
                + events;
        try (var ledger = new TestLedger(database, notary(database, new CheckpointFolder(folder)))) {
            append(ledger, events);
            Eventually.await(
                    "the last one is published",
                    () -> Files.exists(folder.resolve("latest"))
                            && Files.readString(folder.resolve("latest")).contains("\n" + size + "\n"));
        }
    }

    private Notary notary(TestDatabase database, CheckpointSink place) {
        return new Notary(database.dataSource(), TestKeys.ORIGIN, signer, List.of(), List.of(place));
    }

    private static void append(TestLedger ledger, int events) {
        ledger.commits().append(new Append(new TestStream().peek(events), null, List.of()));
    }

    private static long signed(TestDatabase database) {
        return database.jdbc()
                .sql("select max(size) from checkpoint")
                .query(Long.class)
                .single();
    }
}
