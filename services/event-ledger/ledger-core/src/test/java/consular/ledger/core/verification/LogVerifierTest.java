package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Entries;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.entry.UnreadableEntry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator did wrong who signed it himself. */
class LogVerifierTest {

    private final TestLog log = TestLog.of(30, 10);

    private static Finding finding(Verdict verdict) {
        return ((Verdict.Broken) verdict).finding();
    }

    private EntryName name(int index) {
        return new EntryName(
                index, log.entry(index).streamId(), log.entry(index).sequence());
    }

    @Test
    void a_chain_that_does_not_hold_is_found_though_it_was_signed() {
        var index = 12;
        var next = log.successor(index);
        log.entries.set(index, CanonicalEntry.encode(TestLog.by(log.entry(index), "someone-else")));
        log.signAllAnew();
        var expected = Chain.next(log.entry(index).previous(), log.entries.get(index));
        assertThat(finding(log.verify()))
                .isEqualTo(new Finding.ChainBroken(
                        name(next), index, expected, log.entry(next).previous()));
    }

    @Test
    void the_first_entry_of_a_stream_follows_from_nothing() {
        var first = Entries.of(new UUID(9, 9), 0, Hash.ofHex("01".repeat(32)));
        log.entries.add(CanonicalEntry.encode(first));
        log.signAllAnew();
        var broken = new Finding.ChainBroken(name(30), -1, Hash.ZERO, first.previous());
        assertThat(finding(log.verify())).isEqualTo(broken);
        assertThat(broken.sentence()).contains("the start of a stream");
    }

    @Test
    void a_hole_in_a_stream_is_found_though_it_was_signed() {
        var gone = log.entry(3);
        var next = log.successor(3) - 1;
        log.entries.remove(3);
        log.signAllAnew();
        assertThat(finding(log.verify())).isEqualTo(new Finding.WrongSequence(name(next), gone.sequence()));
    }

    @Test
    void a_stream_begins_at_zero() {
        log.entries.add(CanonicalEntry.encode(Entries.of(new UUID(9, 9), 1, Hash.ZERO)));
        log.signAllAnew();
        assertThat(finding(log.verify())).isEqualTo(new Finding.WrongSequence(name(30), 0));
    }

    @Test
    void a_wrong_slice_is_found_at_the_start_of_a_stream_and_within_it() {
        for (var index : List.of(0, 29)) {
            var right = log.entries.get(index);
            var name = name(index);
            var slice = log.entry(index).slice();
            log.entries.set(
                    index,
                    new String(right, StandardCharsets.UTF_8)
                            .replace("\"slice\":" + slice, "\"slice\":" + (slice ^ 1))
                            .getBytes(StandardCharsets.UTF_8));
            log.signAllAnew();
            assertThat(finding(log.verify())).isEqualTo(new Finding.WrongSlice(name, slice));
            log.entries.set(index, right);
        }
    }

    @Test
    void bytes_that_are_no_entry_are_named_with_the_place_where_they_go_wrong() {
        log.entries.set(4, new byte[] {'{', '}'});
        assertThat(finding(log.verify())).isEqualTo(new Finding.NotCanonical(4, 0, "{\"actor\":\""));
        log.entries.set(4, new byte[5000]);
        assertThat(finding(log.verify())).isEqualTo(new Finding.NotCanonical(4, 0, "{\"actor\":\""));
        var entry = log.entries.get(3);
        log.entries.set(3, java.util.Arrays.copyOf(entry, 5000));
        assertThat(finding(log.verify())).isEqualTo(new Finding.NotCanonical(3, entry.length, "the end"));
        log.entries.set(3, entry);
        log.entries.set(4, new byte[5120]);
        assertThat(finding(log.verify())).isEqualTo(new Finding.NotCanonical(4, 0, "{\"actor\":\""));
    }

    @Test
    void a_line_that_says_why_there_is_no_entry_is_named_with_the_reason() {
        log.entries.set(4, UnreadableEntry.encode("nothing is stored at this index"));

        assertThat(finding(log.verify())).isEqualTo(new Finding.Unreadable(4, "nothing is stored at this index"));
        assertThat(finding(log.verify()).sentence())
                .startsWith("entry 4 could not be read")
                .endsWith("at this index");
    }

    @Test
    void the_longest_entry_is_taken() {
        var longest = "\u0001".repeat(170) + "aaaa";
        var plain = Entries.plain();
        var entry = new Entry(
                plain.streamId(),
                longest,
                0,
                plain.eventId(),
                longest,
                longest,
                plain.effectiveAt(),
                plain.recordedAt(),
                longest,
                plain.clear(),
                plain.clear(),
                Chain.START);
        var verifier = new LogVerifier(log.history());
        var bytes = CanonicalEntry.encode(entry);
        assertThat(bytes.length).isBetween(4500, 5120);
        assertThat(verifier.accept(bytes, 0, bytes.length)).isTrue();
    }

    @Test
    void entries_that_end_too_early_are_missed() {
        log.entries.subList(25, 30).clear();
        assertThat(log.verify())
                .isEqualTo(new Verdict.Broken(new Tally(25, 7, 20, 0, 0), new Finding.EntriesMissing(25, 30)));
        assertThat(finding(log.verify()).sentence()).contains("25").contains("30");
    }

    @Test
    void a_root_that_differs_is_told_with_the_entries_that_may_be_wrong() {
        log.entries.set(29, CanonicalEntry.encode(TestLog.by(log.entry(29), "someone-else")));
        var finding = finding(log.verify());
        assertThat(finding).isInstanceOfSatisfying(Finding.RootDiffers.class, differs -> {
            assertThat(differs.index()).isEqualTo(20);
            assertThat(differs.checkpoint())
                    .isEqualTo(log.history().checkpoints().get(2));
        });
        assertThat(finding.sentence()).contains("20 to 29");
    }

    @Test
    void with_tiles_the_wrong_entry_is_known_by_its_leaf() {
        var right = log.entries.get(29);
        log.entries.set(29, CanonicalEntry.encode(TestLog.by(log.entry(29), "someone-else")));
        assertThat(finding(log.verifyWithTiles()))
                .isEqualTo(new Finding.NotTheSignedOne(
                        name(29), TreeHasher.leaf(right), TreeHasher.leaf(log.entries.get(29))));
    }

    @Test
    void tiles_that_were_tampered_with_accuse_no_entry() {
        log.tiles.tiles().values().forEach(tile -> tile[5] ^= 1);
        assertThat(log.verifyWithTiles()).isInstanceOf(Verdict.Sound.class);
        log.entries.set(29, CanonicalEntry.encode(TestLog.by(log.entry(29), "someone-else")));
        assertThat(finding(log.verifyWithTiles())).isInstanceOf(Finding.RootDiffers.class);
    }

    @Test
    void entries_are_verified_without_tiles_where_some_are_missing() {
        assertThat(log.verifyWithTiles(_ -> Optional.empty())).isInstanceOf(Verdict.Sound.class);
        var large = TestLog.of(600, 100);
        large.tiles.tiles().keySet().removeIf(tile -> tile.level() == 0 && tile.index() == 1);
        assertThat(large.verifyWithTiles()).isInstanceOf(Verdict.Sound.class);
        large.entries.set(10, CanonicalEntry.encode(TestLog.by(large.entry(10), "someone-else")));
        assertThat(finding(large.verifyWithTiles())).isInstanceOf(Finding.NotTheSignedOne.class);
    }

    @Test
    void a_log_of_several_tiles_is_verified_to_its_end() {
        var large = TestLog.of(600, 256);
        assertThat(large.verifyWithTiles()).isEqualTo(new Verdict.Sound(new Tally(600, 7, 600, 0, 0)));
        for (var index : List.of(0, 255, 256, 511, 512, 599)) {
            var right = large.entries.get(index);
            large.entries.set(index, CanonicalEntry.encode(TestLog.by(large.entry(index), "someone-else")));
            assertThat(finding(large.verifyWithTiles()))
                    .isInstanceOfSatisfying(
                            Finding.NotTheSignedOne.class,
                            other -> assertThat(other.index()).isEqualTo((long) index));
            large.entries.set(index, right);
        }
    }

    @Test
    void nothing_is_looked_at_behind_the_first_finding() {
        var verifier = new LogVerifier(log.history());
        assertThat(verifier.accept(new byte[0], 0, 0)).isFalse();
        var entry = log.entries.get(0);
        assertThat(verifier.accept(entry, 0, entry.length)).isFalse();
        assertThat(verifier.accept(entry, new Content(new byte[0], new Content.None())))
                .isFalse();
        assertThat(verifier.finish())
                .isEqualTo(
                        new Verdict.Broken(new Tally(0, 0, 0, 0, 0), new Finding.NotCanonical(0, 0, "{\"actor\":\"")));
    }

    @Test
    void an_entry_is_read_from_where_it_lies() {
        var verifier = new LogVerifier(log.history());
        var all = new java.io.ByteArrayOutputStream();
        log.entries.forEach(all::writeBytes);
        var at = 0;
        for (var entry : log.entries) {
            assertThat(verifier.accept(all.toByteArray(), at, entry.length)).isTrue();
            at += entry.length;
        }
        assertThat(verifier.finish()).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void the_end_of_each_stream_is_known() {
        var verifier = new LogVerifier(log.history());
        log.entries.forEach(entry -> verifier.accept(entry, 0, entry.length));
        var last = log.entry(29);
        assertThat(verifier.head(last.streamId()))
                .contains(new StreamHead(last.sequence(), 29, Chain.next(last.previous(), log.entries.get(29))));
        assertThat(verifier.head(new UUID(9, 9))).isEmpty();
    }

    @Test
    void an_id_given_twice_is_found_though_it_was_signed_in_another_stream() {
        var first = log.entry(3);
        var twice = Entries.of(new UUID(9, 9), 0, Hash.ZERO);
        log.entries.add(CanonicalEntry.encode(new Entry(
                twice.streamId(),
                twice.streamType(),
                0,
                first.eventId(),
                twice.type(),
                null,
                twice.effectiveAt(),
                twice.recordedAt(),
                twice.actor(),
                twice.clear(),
                null,
                Chain.START)));
        log.signAllAnew();
        assertThat(finding(log.verify())).isEqualTo(new Finding.EventIdTwice(name(30), first.eventId()));
    }

    @Test
    void a_log_without_entries_is_sound() {
        assertThat(TestLog.of(0, 1).verify()).isEqualTo(new Verdict.Sound(new Tally(0, 0, 0, 0, 0)));
    }
}
