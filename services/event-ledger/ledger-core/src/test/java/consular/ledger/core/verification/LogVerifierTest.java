package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entries;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.entry.UnreadableEntry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.tree.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator did wrong who signed it himself, and what may lie beside an entry. */
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

    @Test
    void content_is_compared_and_what_was_erased_is_counted_apart() {
        var verifier = new LogVerifier(new CheckpointHistory.Trusted(List.of()));
        var salt = new byte[32];
        var key = new byte[32];
        var cipher = new byte[] {1, 2, 3};
        var stream = new UUID(1, 1);
        var clear = Entries.clearPart(stream, 0);
        var secret = Commitments.secret(salt, key, cipher);
        var first = encode(stream, 0, Commitments.clear(clear), null, Chain.START);
        var second = encode(stream, 1, Commitments.clear(clear), secret, Chain.next(Chain.START, first));
        var third = encode(
                stream,
                2,
                Commitments.clear(clear),
                secret,
                Chain.next(TestLog.entry(second).previous(), second));

        assertThat(verifier.accept(first, new Content(clear, new Content.None())))
                .isTrue();
        assertThat(verifier.accept(second, new Content(clear, new Content.Enciphered(salt, key, cipher))))
                .isTrue();
        assertThat(verifier.accept(third, new Content(clear, new Content.Erased())))
                .isTrue();
        assertThat(verifier.finish()).isEqualTo(new Verdict.Sound(new Tally(3, 1, 0, 3, 1)));
    }

    @Test
    void content_that_was_swapped_is_named() {
        var clear = new byte[] {1};
        var cipher = new byte[] {2};
        var salt = new byte[32];
        var commitment = Commitments.secret(salt, salt, cipher);
        var enciphered = new Content.Enciphered(salt, salt, cipher);
        var plain = encode(new UUID(1, 1), 0, Commitments.clear(clear), null, Chain.START);
        var secret = encode(new UUID(1, 1), 0, Commitments.clear(clear), commitment, Chain.START);

        differs(plain, new Content(cipher, new Content.None()), "clear");
        differs(plain, new Content(clear, enciphered), "secret");
        differs(plain, new Content(clear, new Content.Erased()), "secret");
        differs(secret, new Content(clear, new Content.None()), "secret");
        differs(secret, new Content(clear, new Content.Enciphered(salt, salt, clear)), "secret");
        differs(secret, new Content(clear, new Content.Enciphered(new byte[33], salt, cipher)), "secret");
        differs(secret, new Content(clear, new Content.Enciphered(salt, new byte[31], cipher)), "secret");
    }

    @Test
    void parts_of_several_persons_are_compared_and_one_may_be_erased() {
        var clear = new byte[] {1};
        var salt = new byte[32];
        var first = new Content.Enciphered(salt, salt, new byte[] {2});
        var second = new Content.Enciphered(salt, salt, new byte[] {3});
        var commitments = List.of(
                Commitments.secret(salt, salt, first.ciphertext()),
                Commitments.secret(salt, salt, second.ciphertext()));
        var entry = encode(
                new UUID(1, 1),
                0,
                Commitments.clear(clear),
                Commitments.secretOf(commitments, new Sha256()),
                Chain.START);
        var gone = new Content.ErasedPart(commitments.getFirst());
        var cursor = new EntryCursor();
        assertThat(cursor.read(entry, 0, entry.length)).isTrue();
        for (var parts : List.<List<Content.Part>>of(
                List.of(first, second),
                List.of(gone, second),
                List.of(gone, new Content.ErasedPart(commitments.getLast())))) {
            assertThat(new Content(clear, new Content.Several(parts)).hasSecretPartOf(cursor, new Sha256()))
                    .isTrue();
        }

        differs(entry, new Content(clear, new Content.Several(List.of(second, first))), "secret");
        differs(entry, new Content(clear, new Content.Several(List.of(gone, gone))), "secret");
        differs(entry, new Content(clear, new Content.Several(List.of(gone, first))), "secret");
        differs(entry, new Content(clear, new Content.Several(List.of(first, second, second))), "secret");
        differs(entry, new Content(clear, new Content.Enciphered(salt, salt, new byte[] {2})), "secret");
        var short31 = new Content.Enciphered(salt, new byte[31], second.ciphertext());
        differs(entry, new Content(clear, new Content.Several(List.of(first, short31))), "secret");
    }

    private static void differs(byte[] entry, Content content, String part) {
        var verifier = new LogVerifier(new CheckpointHistory.Trusted(List.of()));
        assertThat(verifier.accept(entry, content)).isFalse();
        var differs = new Finding.ContentDiffers(new EntryName(0, new UUID(1, 1), 0), part);
        assertThat(verifier.finish()).isEqualTo(new Verdict.Broken(new Tally(0, 0, 0, 0, 0), differs));
        assertThat(differs.sentence()).contains(part + " part");
    }

    private static byte[] encode(
            UUID stream, long sequence, Hash clear, @org.jspecify.annotations.Nullable Hash secret, Hash previous) {
        var plain = Entries.plain();
        return CanonicalEntry.encode(new Entry(
                stream,
                "S",
                sequence,
                new UUID(stream.getLeastSignificantBits(), sequence + 1),
                "T",
                null,
                plain.effectiveAt(),
                plain.recordedAt(),
                "a",
                clear,
                secret,
                previous));
    }
}
