package consular.ledger.core.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.casefile.CaseEvent;
import consular.ledger.core.casefile.CaseFile;
import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Decoding;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.Keys;
import consular.ledger.core.note.NoteReading;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.TileWriter;
import consular.ledger.core.tiles.Tiles;
import consular.ledger.core.tiles.TilesInMemory;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.Proofs;
import consular.ledger.core.tree.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** A log with content, as an honest operator keeps and exports it; its parts can be spoilt before it is written. */
public final class SampleLog implements ExportedLog {

    public static final String ORIGIN = "log.example/cases";

    private static final Hash ERASED = Hash.ofHex("e7".repeat(32));

    private static final Instant DAY = Instant.parse("2024-03-05T02:00:00Z");

    public final NoteSigner signer = Keys.signer(ORIGIN);
    public final List<byte[]> entries = new ArrayList<>();
    public final List<Content> contents = new ArrayList<>();
    public final List<byte[]> notes = new ArrayList<>();
    public final TilesInMemory tiles = new TilesInMemory();

    private final List<VerifierKey> keys = new ArrayList<>(List.of(signer.verifier()));
    private final Random random;
    private final CompactRange range = new CompactRange();
    private final TileWriter writer = new TileWriter(tiles);
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final Map<UUID, Hash> chains = new HashMap<>();

    private SampleLog(long seed) {
        random = new Random(seed);
    }

    /** So many entries over so many streams, with a checkpoint behind every so many of them and one at the end. */
    public static SampleLog of(int size, int streams, int every) {
        var log = new SampleLog(5);
        for (var index = 0; index < size; index++) {
            log.append(new UUID(0x018f_3c9e_7a1b_7000L, log.random.nextInt(streams) * 0x9e37_79b9_7f4aL));
            if ((index + 1) % every == 0) {
                log.sign();
            }
        }
        if (size % every != 0 || size == 0) {
            log.sign();
        }
        return log;
    }

    private void append(UUID stream) {
        var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        var index = entries.size();
        var kind = index % 3;
        var clear =
                "{\"actor\":\"officer-%d\",\"traceId\":\"%016x\"}\n{\"caseId\":\"%s\",\"applicant\":\"a%d\",\"place\":\"Z\u00fcrich\"}"
                        .formatted(index % 9, random.nextLong(), stream, index)
                        .getBytes(UTF_8);
        var enciphered = new Content.Enciphered(bytes(32), bytes(32), bytes(40 + random.nextInt(200)));
        var alone = Commitments.secret(enciphered.salt(), enciphered.keyCommitment(), enciphered.ciphertext());
        var ofTwo = kind == 2 && index % 2 == 0;
        var commitment = ofTwo ? Commitments.secretOf(List.of(ERASED, alone), new Sha256()) : alone;
        var entry = new Entry(
                stream,
                index % 5 == 0 ? null : "Sample",
                sequence,
                new UUID(0x018f_3c9e_0000_7000L + index, random.nextLong()),
                "SomethingHappened",
                "1",
                DAY.plusSeconds(index),
                DAY.plusSeconds(index).plusNanos(1000),
                "officer-" + index % 9,
                Commitments.clear(clear),
                kind == 0 ? null : commitment,
                chains.getOrDefault(stream, Chain.START));
        var secret = ofTwo
                ? new Content.Several(List.of(new Content.ErasedPart(ERASED), enciphered))
                : secret(kind, enciphered);
        contents.add(new Content(clear, secret));
        add(entry);
    }

    private static Content.Secret secret(int kind, Content.Enciphered enciphered) {
        return kind == 0 ? new Content.None() : kind == 1 ? enciphered : new Content.Erased();
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void add(Entry entry) {
        var bytes = CanonicalEntry.encode(entry);
        chains.put(entry.streamId(), Chain.next(entry.previous(), bytes));
        entries.add(bytes);
        var leaf = TreeHasher.leaf(bytes);
        range.append(leaf);
        writer.append(leaf);
    }

    private void sign() {
        writer.flush();
        notes.add(SignedNote.sign(new Checkpoint(ORIGIN, range.size(), range.root()).text(), signer)
                .bytes());
    }

    /** The log signs with another key from a checkpoint on, and names that one first. */
    public NoteSigner rotate(int from) {
        var newer = Keys.signer(ORIGIN);
        for (var number = from; number < notes.size(); number++) {
            var text = ((NoteReading.Read) SignedNote.parse(notes.get(number)))
                    .note()
                    .text();
            notes.set(number, SignedNote.sign(text, newer).bytes());
        }
        keys.addFirst(newer.verifier());
        return newer;
    }

    /** The log as those see it who were given its key. */
    public TrustedLog trust() {
        return new TrustedLog(ORIGIN, TrustedKeys.of(signer.verifier()));
    }

    public Entry entry(int index) {
        return ((Decoding.Decoded) CanonicalEntry.decode(entries.get(index))).entry();
    }

    /** An entry as someone else's, else the same. */
    public Entry by(int index, String actor) {
        return copy(entry(index), actor, entry(index).clear(), entry(index).previous());
    }

    public static Entry copy(Entry entry, String actor, Hash clear, Hash previous) {
        return new Entry(
                entry.streamId(),
                entry.streamType(),
                entry.sequence(),
                entry.eventId(),
                entry.type(),
                entry.revision(),
                entry.effectiveAt(),
                entry.recordedAt(),
                actor,
                clear,
                entry.secret(),
                previous);
    }

    /** Replaces an entry, and makes all later ones of its stream follow from it. */
    public void rewrite(int index, Entry replacement) {
        entries.set(index, CanonicalEntry.encode(replacement));
        var chain = Chain.next(replacement.previous(), entries.get(index));
        for (var next = index + 1; next < entries.size(); next++) {
            var entry = entry(next);
            if (entry.streamId().equals(replacement.streamId())) {
                entries.set(next, CanonicalEntry.encode(copy(entry, entry.actor(), entry.clear(), chain)));
                chain = Chain.next(chain, entries.get(next));
            }
        }
    }

    /** All about one stream, proven against the last checkpoint. */
    public CaseFile caseFile(UUID stream) {
        var proofs = new Proofs(new Tiles(tiles, size()));
        List<CaseEvent> events = new ArrayList<>();
        for (var index = 0; index < entries.size(); index++) {
            if (entry(index).streamId().equals(stream)) {
                events.add(new CaseEvent(
                        index,
                        new String(entries.get(index), UTF_8),
                        contents.get(index),
                        proofs.inclusion(index, size()).path()));
            }
        }
        var note = ((NoteReading.Read) SignedNote.parse(notes.getLast())).note();
        return new CaseFile(stream, note, events);
    }

    /** The export as an archive; however the log was spoilt, it is written. */
    public byte[] export() {
        var target = new ByteArrayOutputStream();
        try {
            ExportWriter.write(this, target);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return target.toByteArray();
    }

    @Override
    public long size() {
        return entries.size();
    }

    @Override
    public List<VerifierKey> keys() {
        return List.copyOf(keys);
    }

    @Override
    public void checkpoints(Consumer<byte[]> sink) {
        notes.forEach(sink);
    }

    @Override
    public void entries(Consumer<byte[]> sink) {
        entries.forEach(sink);
    }

    @Override
    public void contents(Consumer<Content> sink) {
        contents.forEach(sink);
    }

    @Override
    public TileSource tiles() {
        return tiles;
    }
}
