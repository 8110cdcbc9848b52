package consular.ledger.core.verification;

import consular.ledger.core.content.Content;
import consular.ledger.core.content.ContentReader;
import consular.ledger.core.content.ContentReading;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.entry.UnreadableEntry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.tree.TreeHasher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said of an entry without those before it, so that many can be examined at once: whether it is canonical, its leaf,
 * the chain behind it if the one that it names is right, and whether its content is the one that it commits to.
 */
final class ExaminedEntry {

    /** How many bytes must be free before an entry: room for the domain and the chain. */
    static final int ROOM = 1 + Hash.LENGTH;

    /** Longer than any canonical entry can be. */
    static final int MAX_LENGTH = 5120;

    static final int LEAF = 0;
    static final int CHAIN = Hash.LENGTH;
    static final int PREVIOUS = 2 * Hash.LENGTH;

    /** The leaf, the chain behind the entry, and the one that it names as the chain before. */
    final byte[] hashes = new byte[3 * Hash.LENGTH];

    final EntryCursor cursor = new EntryCursor();

    /** The halves of the ids, read once here and looked up later. */
    long streamHigh;

    long streamLow;
    long eventHigh;
    long eventLow;

    private int start;
    private boolean canonical;
    private boolean withContent;
    private boolean erased;
    private @Nullable String unreadable;
    private @Nullable String differing;
    private ContentReading.@Nullable Misspelt misspelt;

    /** Examines the entry at an offset; the {@link #ROOM} before it is written over. */
    void examine(byte[] source, int offset, int length, Sha256 sha256) {
        start = offset;
        withContent = false;
        erased = false;
        differing = null;
        misspelt = null;
        canonical = cursor.read(source, offset, length);
        unreadable = canonical
                ? null
                : UnreadableEntry.reason(source, offset, length).orElse(null);
        if (canonical) {
            streamHigh = cursor.streamHigh();
            streamLow = cursor.streamLow();
            eventHigh = cursor.eventHigh();
            eventLow = cursor.eventLow();
            source[offset - 1] = TreeHasher.LEAF;
            sha256.digest(source, offset - 1, 1 + length, hashes, LEAF);
            source[offset - ROOM] = Chain.DOMAIN;
            cursor.previous().writeTo(hashes, PREVIOUS);
            System.arraycopy(hashes, PREVIOUS, source, offset - Hash.LENGTH, Hash.LENGTH);
            sha256.digest(source, offset - ROOM, ROOM + length, hashes, CHAIN);
        }
    }

    /** Compares the entry with the line that holds its content. */
    void compare(ContentReader reader, byte[] source, int offset, int length, Sha256 sha256) {
        if (!reader.scan(source, offset, length)) {
            misspelt = reader.misspelt();
        } else if (canonical) {
            withContent = true;
            erased = reader.isErased();
            differing = differing(reader.hasClearPartOf(cursor, sha256), reader.hasSecretPartOf(cursor, sha256));
        }
    }

    /** Compares the entry with its content. */
    void compare(Content content, Sha256 sha256) {
        if (canonical) {
            withContent = true;
            erased = content.isErased();
            differing = differing(content.hasClearPartOf(cursor, sha256), content.hasSecretPartOf(cursor, sha256));
        }
    }

    private static @Nullable String differing(boolean sameClear, boolean sameSecret) {
        return !sameClear ? "clear" : sameSecret ? null : "secret";
    }

    /** What is wrong with it at this place in the log, whatever the others are. */
    Optional<Finding> finding(long index) {
        if (unreadable != null) {
            return Optional.of(new Finding.Unreadable(index, unreadable));
        }
        if (!canonical) {
            return Optional.of(new Finding.NotCanonical(index, cursor.stoppedAt() - start, cursor.expected()));
        }
        if (misspelt != null) {
            return Optional.of(new Finding.ContentMisspelt(name(index), misspelt.offset(), misspelt.expected()));
        }
        return Optional.ofNullable(differing).map(part -> new Finding.ContentDiffers(name(index), part));
    }

    EntryName name(long index) {
        return new EntryName(index, cursor.streamId(), cursor.sequence());
    }

    boolean isWithContent() {
        return withContent;
    }

    boolean isErased() {
        return erased;
    }
}
