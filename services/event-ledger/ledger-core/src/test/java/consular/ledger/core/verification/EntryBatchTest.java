package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.ContentLine;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.export.SampleLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBatchTest {

    private final SampleLog log = SampleLog.of(700, 9, 100);

    private Verdict verify(EntryBatch batch, boolean withContents) {
        var verifier =
                new LogVerifier((CheckpointHistory.Trusted) CheckpointHistory.open(log.trust(), log.notes), log.tiles);
        for (var index = 0; index < log.entries.size(); index++) {
            var entry = log.entries.get(index);
            batch.add(entry, 0, entry.length);
            if (withContents) {
                var line = ContentLine.encode(log.contents.get(index));
                batch.addContent(line, 0, line.length);
            }
            if (batch.isFull() || index + 1 == log.entries.size()) {
                batch.examine();
                verifier.accept(batch);
                batch.clear();
            }
        }
        return verifier.finish();
    }

    @Test
    void entries_in_batches_are_judged_as_one_by_one() {
        var erased = log.contents.stream().filter(content -> content.isErased()).count();
        assertThat(verify(new EntryBatch(), true)).isEqualTo(new Verdict.Sound(new Tally(700, 9, 700, 700, erased)));
        assertThat(verify(new EntryBatch(), false)).isEqualTo(new Verdict.Sound(new Tally(700, 9, 700, 0, 0)));
    }

    @Test
    void the_first_wrong_entry_is_named_wherever_it_is() {
        for (var index : List.of(0, 1, 255, 256, 257, 511, 512, 699)) {
            var right = log.entries.get(index);
            log.entries.set(index, CanonicalEntry.encode(log.by(index, "someone-else")));
            assertThat(((Finding.OfEntry) ((Verdict.Broken) verify(new EntryBatch(), true)).finding()).index())
                    .isEqualTo((long) index);
            log.entries.set(index, right);
        }
    }

    @Test
    void content_that_differs_or_is_misspelt_is_named() {
        var batch = new EntryBatch();
        var verifier = new LogVerifier(new CheckpointHistory.Trusted(List.of()));
        var entry = log.entries.get(0);
        batch.add(entry, 0, entry.length);
        batch.addContent(new byte[] {'{', '}'}, 0, 2);
        batch.examine();
        assertThat(verifier.accept(batch)).isFalse();
        var name = new EntryName(0, log.entry(0).streamId(), 0);
        assertThat(verifier.finish())
                .isEqualTo(new Verdict.Broken(
                        new Tally(0, 0, 0, 0, 0), new Finding.ContentMisspelt(name, 0, "{\"clear\":\"")));
        assertThat(verifier.accept(batch)).isFalse();
        log.contents.set(300, log.contents.get(301));
        assertThat(((Verdict.Broken) verify(batch_emptied(batch), true)).finding())
                .isEqualTo(new Finding.ContentDiffers(
                        new EntryName(
                                300, log.entry(300).streamId(), log.entry(300).sequence()),
                        "clear"));
    }

    private static EntryBatch batch_emptied(EntryBatch batch) {
        batch.clear();
        return batch;
    }

    @Test
    void is_full_with_256_entries_or_a_megabyte() {
        var batch = new EntryBatch();
        for (var count = 0; count < 256; count++) {
            assertThat(batch.isFull()).isFalse();
            batch.add(new byte[2], 0, 2);
        }
        assertThat(batch.isFull()).isTrue();
        assertThat(batch.size()).isEqualTo(256);
        batch.clear();
        assertThat(batch.isFull()).isFalse();
        assertThat(batch.size()).isZero();
        batch.addContent(new byte[1 << 20], 0, 1 << 20);
        assertThat(batch.isFull()).isTrue();
    }

    @Test
    void an_entry_longer_than_any_is_not_canonical() {
        var batch = new EntryBatch();
        batch.add(new byte[5000], 0, 5000);
        batch.examine();
        var verifier = new LogVerifier(new CheckpointHistory.Trusted(List.of()));
        assertThat(verifier.accept(batch)).isFalse();
        assertThat(((Verdict.Broken) verifier.finish()).finding()).isInstanceOf(Finding.NotCanonical.class);
    }
}
