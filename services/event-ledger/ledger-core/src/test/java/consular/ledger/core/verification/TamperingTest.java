package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.entry.CanonicalEntry;
import java.util.Collections;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes the log after it was signed is found out, wherever the change is. */
class TamperingTest {

    private static final int SIZE = 40;
    private static final int EVERY = 16;

    private TestLog log = TestLog.of(SIZE, EVERY);

    @BeforeEach
    void an_honest_log_is_sound() {
        assertThat(log.verify()).isEqualTo(new Verdict.Sound(new Tally(SIZE, 7, SIZE, 0, 0)));
        assertThat(log.verifyWithTiles()).isEqualTo(log.verify());
    }

    /** Spoils the log at each index, and expects that with tiles the first wrong entry is named and without them no later one. */
    private void caught_everywhere(int indices, IntConsumer spoil) {
        var honest = log;
        for (var index = 0; index < indices; index++) {
            log = copy(honest);
            spoil.accept(index);
            assertThat(named(log.verifyWithTiles())).as("spoilt at %d", index).isEqualTo(index);
            var from = index / EVERY * EVERY;
            assertThat(suspected(log.verify())).as("spoilt at %d", index).isBetween((long) from, (long)
                    honest.successor(index));
        }
    }

    private static TestLog copy(TestLog log) {
        var copy = new TestLog();
        copy.entries.addAll(log.entries);
        copy.notes.addAll(log.notes);
        copy.tiles.tiles().putAll(log.tiles.tiles());
        return trusting(copy, log);
    }

    /** The keys are made anew for each log, so the checkpoints are signed again with those of the copy. */
    private static TestLog trusting(TestLog copy, TestLog log) {
        copy.notes.clear();
        log.history()
                .checkpoints()
                .forEach(checkpoint ->
                        copy.notes.add(consular.ledger.core.note.SignedNote.sign(checkpoint.text(), copy.signer)
                                .bytes()));
        return copy;
    }

    private static long named(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        var finding = ((Verdict.Broken) verdict).finding();
        assertThat(finding).isInstanceOf(Finding.OfEntry.class);
        assertThat(finding.sentence()).contains(String.valueOf(((Finding.OfEntry) finding).index()));
        return ((Finding.OfEntry) finding).index();
    }

    private static long suspected(Verdict verdict) {
        return named(verdict);
    }

    @Test
    void an_altered_entry_is_named() {
        caught_everywhere(
                SIZE,
                index -> log.entries.set(index, CanonicalEntry.encode(TestLog.by(log.entry(index), "someone-else"))));
    }

    @Test
    void a_swapped_payload_is_named() {
        caught_everywhere(SIZE - 1, index -> {
            var other = log.entry(index + 1);
            var entry = log.entry(index);
            log.entries.set(
                    index,
                    CanonicalEntry.encode(new consular.ledger.core.entry.Entry(
                            entry.streamId(),
                            entry.streamType(),
                            entry.sequence(),
                            entry.eventId(),
                            entry.type(),
                            entry.revision(),
                            entry.effectiveAt(),
                            entry.recordedAt(),
                            entry.actor(),
                            other.clear(),
                            entry.secret(),
                            entry.previous())));
        });
    }

    @Test
    void a_deleted_entry_is_named() {
        caught_everywhere(SIZE, index -> log.entries.remove(index));
    }

    @Test
    void an_inserted_entry_is_named() {
        caught_everywhere(SIZE, index -> {
            var entry = log.entry(index);
            log.entries.add(index, CanonicalEntry.encode(TestLog.by(entry, "someone-else")));
        });
    }

    @Test
    void an_entry_told_twice_is_named() {
        for (var index = 0; index < SIZE - 1; index++) {
            var spoilt = copy(log);
            spoilt.entries.add(index + 1, spoilt.entries.get(index));
            assertThat(named(spoilt.verifyWithTiles())).isEqualTo(index + 1);
            assertThat(named(spoilt.verify())).isEqualTo(index + 1);
        }
    }

    @Test
    void two_entries_in_the_other_order_are_named() {
        caught_everywhere(SIZE - 1, index -> Collections.swap(log.entries, index, index + 1));
    }

    @Test
    void a_rewritten_rest_of_a_stream_is_named_although_its_chain_is_right() {
        caught_everywhere(SIZE, index -> log.rewrite(index, TestLog.by(log.entry(index), "someone-else")));
    }

    @Test
    void every_change_of_a_byte_is_noticed() {
        var small = TestLog.of(5, 5);
        for (var index = 0; index < 5; index++) {
            var entry = small.entries.get(index);
            for (var place = 0; place < entry.length; place++) {
                entry[place] ^= 1;
                assertThat(named(small.verifyWithTiles()))
                        .as("byte %d of entry %d", place, index)
                        .isEqualTo(index);
                entry[place] ^= 1;
            }
        }
        assertThat(small.verifyWithTiles()).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void an_entry_behind_the_last_checkpoint_is_held_to_its_stream_alone() {
        log.append(TestLog.stream(1));
        assertThat(log.verify()).isEqualTo(new Verdict.Sound(new Tally(SIZE + 1, 7, SIZE, 0, 0)));
        assertThat(log.verifyWithTiles()).isEqualTo(log.verify());
        log.entries.set(SIZE, CanonicalEntry.encode(TestLog.at(log.entry(SIZE), 99)));
        assertThat(named(log.verifyWithTiles())).isEqualTo(SIZE);
    }
}
