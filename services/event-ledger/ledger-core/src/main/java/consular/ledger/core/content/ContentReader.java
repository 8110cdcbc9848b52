package consular.ledger.core.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Hex;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.hash.StrictBase64;
import consular.ledger.core.json.JsonTextReader;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of contents, one after the other. Not for several threads at once. */
public final class ContentReader {

    private static final int HASH_DIGITS = 64;

    private static final byte[] CLEAR = (ContentLine.CLEAR + '"').getBytes(US_ASCII);
    private static final byte[] SECRET = ('"' + ContentLine.SECRET).getBytes(US_ASCII);
    private static final byte[] NONE = ContentLine.NONE.getBytes(US_ASCII);
    private static final byte[] ERASED = ContentLine.ERASED.getBytes(US_ASCII);
    private static final byte[] QUOTE = {'"'};
    private static final byte[] PARTS = ContentLine.PARTS.getBytes(US_ASCII);
    private static final byte[] NEXT_PART = ContentLine.NEXT_PART.getBytes(US_ASCII);
    private static final byte[] END_OF_PARTS = ContentLine.END_OF_PARTS.getBytes(US_ASCII);
    private static final byte[] CIPHERTEXT = ContentLine.CIPHERTEXT.getBytes(US_ASCII);
    private static final byte[] KEY_COMMITMENT = ContentLine.KEY_COMMITMENT.getBytes(US_ASCII);
    private static final byte[] SALT = ContentLine.SALT.getBytes(US_ASCII);
    private static final byte[] END_OF_SECRET = ContentLine.END_OF_SECRET.getBytes(US_ASCII);
    private static final byte[] END = ContentLine.END.getBytes(US_ASCII);

    private static final Content.Secret NONE_YET = new Content.None();

    private final JsonTextReader texts = new JsonTextReader();
    private byte[] source = {};
    private int start;
    private int end;
    private int at;
    private Content.Secret secret = NONE_YET;
    private String expected = "";

    /** The content for which a range of bytes stands, or why it stands for none; as {@link ContentLine#decode}. */
    public ContentReading read(byte[] bytes, int offset, int length) {
        return scan(bytes, offset, length) ? new ContentReading.Read(new Content(texts.text(), secret)) : misspelt();
    }

    /** Whether a range of bytes stands for a content, without copying it; what it is can be asked for until the next. */
    public boolean scan(byte[] bytes, int offset, int length) {
        source = bytes;
        start = offset;
        at = offset;
        end = offset + length;
        var read = literal(CLEAR) && text() && literal(SECRET) ? secret() : null;
        secret = read == null ? NONE_YET : read;
        return read != null && literal(END) && atEnd();
    }

    /** Why the bytes stand for none; only if they do not. */
    public ContentReading.Misspelt misspelt() {
        return new ContentReading.Misspelt(at - start, expected);
    }

    /** As {@link Content#isErased}. */
    public boolean isErased() {
        return Content.isErased(secret);
    }

    /** As {@link Content#hasClearPartOf}. */
    public boolean hasClearPartOf(EntryCursor entry, Sha256 sha256) {
        return texts.hash(sha256).equals(entry.clear());
    }

    /** As {@link Content#hasSecretPartOf}. */
    public boolean hasSecretPartOf(EntryCursor entry, Sha256 sha256) {
        return Content.isSecretPartOf(entry, secret, sha256);
    }

    private Content.@Nullable Secret secret() {
        if (follows(NONE)) {
            at += NONE.length;
            return new Content.None();
        }
        if (follows(ERASED)) {
            at += ERASED.length;
            return new Content.Erased();
        }
        if (follows(PARTS)) {
            at += PARTS.length;
            return several();
        }
        if (!follows(CIPHERTEXT)) {
            expected = "null, \"erased\" or a secret part";
            return null;
        }
        return enciphered();
    }

    private Content.@Nullable Several several() {
        var parts = new ArrayList<Content.Part>();
        do {
            at += parts.isEmpty() ? 0 : NEXT_PART.length;
            var part = part();
            if (part == null) {
                return null;
            }
            parts.add(part);
        } while (follows(NEXT_PART));
        // A part alone is not in brackets.
        return (parts.size() > 1 || literal(NEXT_PART)) && literal(END_OF_PARTS) ? new Content.Several(parts) : null;
    }

    private Content.@Nullable Part part() {
        if (follows(CIPHERTEXT)) {
            return enciphered();
        }
        var commitment = literal(QUOTE) ? hash() : null;
        return commitment != null && literal(QUOTE) ? new Content.ErasedPart(Hash.at(commitment, 0)) : null;
    }

    private Content.@Nullable Enciphered enciphered() {
        at += CIPHERTEXT.length;
        var ciphertext = base64();
        var keyCommitment = ciphertext != null && literal(KEY_COMMITMENT) ? hash() : null;
        var salt = keyCommitment != null && literal(SALT) ? hash() : null;
        return ciphertext != null && keyCommitment != null && salt != null && literal(END_OF_SECRET)
                ? new Content.Enciphered(salt, keyCommitment, ciphertext)
                : null;
    }

    private boolean text() {
        var canonical = texts.read(source, at, end);
        at = texts.at();
        expected = "a text in UTF-8, spelt canonically";
        return canonical;
    }

    private byte @Nullable [] base64() {
        var quote = at;
        while (quote < end && source[quote] != '"') {
            quote++;
        }
        var bytes = StrictBase64.decode(Arrays.copyOfRange(source, at, quote));
        if (bytes.isEmpty()) {
            expected = "base64";
            return null;
        }
        at = quote;
        return bytes.get();
    }

    private byte @Nullable [] hash() {
        if (end - at < HASH_DIGITS || !Hex.areDigits64(source, at)) {
            expected = "64 lower-case hexadecimal digits";
            return null;
        }
        at += HASH_DIGITS;
        return Hex.hash(source, at - HASH_DIGITS).bytes();
    }

    private boolean literal(byte[] literal) {
        if (!follows(literal)) {
            expected = new String(literal, US_ASCII);
            return false;
        }
        at += literal.length;
        return true;
    }

    private boolean follows(byte[] literal) {
        return end - at >= literal.length && Arrays.equals(source, at, at + literal.length, literal, 0, literal.length);
    }

    private boolean atEnd() {
        expected = "the end";
        return at == end;
    }
}
