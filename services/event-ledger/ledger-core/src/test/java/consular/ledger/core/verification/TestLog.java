package consular.ledger.core.verification;

import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Decoding;
import consular.ledger.core.entry.Entries;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.Keys;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.TileWriter;
import consular.ledger.core.tiles.TilesInMemory;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.TreeHasher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A small log with a few streams, as an honest operator keeps it; its parts can then be spoilt. */
final class TestLog {

    static final String ORIGIN = "log.example/cases";

    final NoteSigner signer = Keys.signer(ORIGIN);
    final TrustedLog trust = new TrustedLog(ORIGIN, TrustedKeys.of(signer.verifier()));
    final List<byte[]> entries = new ArrayList<>();
    final List<byte[]> notes = new ArrayList<>();
    final TilesInMemory tiles = new TilesInMemory();

    private List<byte[]> openedNotes = List.of();
    private CheckpointHistory.Trusted opened = new CheckpointHistory.Trusted(List.of());

    private final CompactRange range = new CompactRange();
    private final TileWriter writer = new TileWriter(tiles);
    private final Map<UUID, Integer> sequences = new HashMap<>();
    private final Map<UUID, Hash> chains = new HashMap<>();

    /** So many entries over seven streams, with a checkpoint behind every so many of them and one at the end. */
    static TestLog of(int size, int every) {
        var log = new TestLog();
        var random = new Random(3);
        for (var index = 0; index < size; index++) {
            log.append(stream(random.nextInt(7)));
            if ((index + 1) % every == 0) {
                log.sign();
            }
        }
        log.sign();
        return log;
    }

    static UUID stream(int number) {
        return new UUID(0x018f_3c9e_7a1b_7000L, number);
    }

    void append(UUID stream) {
        var entry = Entries.of(
                stream, sequences.merge(stream, 1, Integer::sum) - 1, chains.getOrDefault(stream, Chain.START));
        var bytes = CanonicalEntry.encode(entry);
        chains.put(stream, Chain.next(entry.previous(), bytes));
        entries.add(bytes);
        var leaf = TreeHasher.leaf(bytes);
        range.append(leaf);
        writer.append(leaf);
    }

    void sign() {
        writer.flush();
        var checkpoint = new Checkpoint(ORIGIN, range.size(), range.root());
        notes.add(SignedNote.sign(checkpoint.text(), signer).bytes());
    }

    /** Signs anew whatever the entries now are, as an operator could who rewrites the log before anyone has seen it. */
    void signAllAnew() {
        var again = new CompactRange();
        entries.forEach(entry -> again.append(TreeHasher.leaf(entry)));
        notes.clear();
        notes.add(SignedNote.sign(new Checkpoint(ORIGIN, again.size(), again.root()).text(), signer)
                .bytes());
    }

    /** Opened once as long as the notes stay the same: signatures are slow. */
    CheckpointHistory.Trusted history() {
        if (!notes.equals(openedNotes)) {
            opened = (CheckpointHistory.Trusted) CheckpointHistory.open(trust, notes);
            openedNotes = List.copyOf(notes);
        }
        return opened;
    }

    Verdict verify() {
        return verify(new LogVerifier(history()));
    }

    Verdict verifyWithTiles() {
        return verifyWithTiles(tiles);
    }

    Verdict verifyWithTiles(TileSource source) {
        return verify(new LogVerifier(history(), source));
    }

    private Verdict verify(LogVerifier verifier) {
        for (var entry : entries) {
            verifier.accept(entry, 0, entry.length);
        }
        return verifier.finish();
    }

    Entry entry(int index) {
        return entry(entries.get(index));
    }

    static Entry entry(byte[] bytes) {
        return ((Decoding.Decoded) CanonicalEntry.decode(bytes)).entry();
    }

    /** The first entry behind an index that belongs to the same stream, or the size of the log. */
    int successor(int index) {
        var stream = entry(index).streamId();
        var next = index + 1;
        while (next < entries.size() && !entry(next).streamId().equals(stream)) {
            next++;
        }
        return next;
    }

    /** Replaces an entry, and makes all later ones of its stream follow from it. */
    void rewrite(int index, Entry replacement) {
        var bytes = CanonicalEntry.encode(replacement);
        entries.set(index, bytes);
        var next = successor(index);
        if (next < entries.size()) {
            rewrite(next, with(entry(next), Chain.next(replacement.previous(), bytes)));
        }
    }

    static Entry with(Entry entry, Hash previous) {
        return copy(entry, entry.sequence(), entry.actor(), previous);
    }

    static Entry by(Entry entry, String actor) {
        return copy(entry, entry.sequence(), actor, entry.previous());
    }

    static Entry at(Entry entry, long sequence) {
        return copy(entry, sequence, entry.actor(), entry.previous());
    }

    private static Entry copy(Entry entry, long sequence, String actor, Hash previous) {
        return new Entry(
                entry.streamId(),
                entry.streamType(),
                sequence,
                entry.eventId(),
                entry.type(),
                entry.revision(),
                entry.effectiveAt(),
                entry.recordedAt(),
                actor,
                entry.clear(),
                entry.secret(),
                previous);
    }
}
