package consular.ledger.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entries;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What lies beside an entry is what the entry commits to. */
class LogVerifierContentTest {

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
