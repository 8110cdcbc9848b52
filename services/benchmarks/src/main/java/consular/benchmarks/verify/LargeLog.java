package consular.benchmarks.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.export.ExportedLog;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.TileStore;
import consular.ledger.core.tiles.TileWriter;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.TreeHasher;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A log of any size, made up as it is read and the same each time: about 520 bytes of content to an event, ten events to a
 * stream on average, a checkpoint over every thousand. Only tiles and checkpoints are kept.
 */
final class LargeLog implements ExportedLog {
    static final String ORIGIN = "consular.invalid/benchmark";

    private static final int SIGN_EVERY = 1000;
    private static final int EVENTS_OF_A_STREAM = 10;
    private static final Instant BEGIN = Instant.parse("2024-03-05T02:00:00Z");
    private static final long TIME_ORDERED = 0x018f_3c9e_7a1b_7000L;

    /** Odd, so that its multiples differ in all their bits and none comes twice. */
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final int size;
    private final NoteSigner signer = signer();
    private final Tiles tiles = new Tiles();
    private final List<byte[]> notes = new ArrayList<>();

    LargeLog(int size) {
        this.size = size;
        var range = new CompactRange();
        var writer = new TileWriter(tiles);
        entries(entry -> {
            var leaf = TreeHasher.leaf(entry);
            range.append(leaf);
            writer.append(leaf);
            if (range.size() % SIGN_EVERY == 0 || range.size() == size) {
                notes.add(SignedNote.sign(new Checkpoint(ORIGIN, range.size(), range.root()).text(), signer)
                        .bytes());
            }
        });
        writer.flush();
    }

    private static NoteSigner signer() {
        try {
            return new NoteSigner(
                    ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] content(int index) {
        return ("{\"actor\":\"officer-" + index % 9
                        + "\",\"role\":\"ADJUDICATOR\",\"effectiveAt\":\"2024-03-05T02:00:00Z\",\"decision\":\"" + index
                        + "\",\"rules\":[\"R-REF-01\",\"R-EVI-02\"]}\n{\"caseId\":\"" + stream(index)
                        + "\",\"applicant\":\"a1\",\"place\":\"Z\u00fcrich\",\"text\":\"" + "x".repeat(300) + "\"}")
                .getBytes(UTF_8);
    }

    /** The events of many streams come in turns. */
    private static UUID stream(int index) {
        var streams = Integer.highestOneBit(Math.max(1, index)) / EVENTS_OF_A_STREAM + 1;
        return new UUID(TIME_ORDERED, ((index % streams * SPREAD) >>> 2) | VARIANT);
    }

    @Override
    public void entries(Consumer<byte[]> sink) {
        Map<UUID, Long> sequences = new HashMap<>();
        Map<UUID, Hash> chains = new HashMap<>();
        for (var index = 0; index < size; index++) {
            var stream = stream(index);
            var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            var previous = chains.getOrDefault(stream, Chain.START);
            var entry = CanonicalEntry.encode(new Entry(
                    stream,
                    "Application",
                    sequence,
                    new UUID(TIME_ORDERED + ((long) index << 16), ((index * SPREAD) >>> 2) | VARIANT),
                    "ApplicationRefused221g",
                    "1",
                    BEGIN.plusSeconds(index),
                    BEGIN.plusSeconds(index).plusNanos(1000),
                    "officer-" + index % 9,
                    Commitments.clear(content(index)),
                    null,
                    previous));
            chains.put(stream, Chain.next(previous, entry));
            sink.accept(entry);
        }
    }

    @Override
    public void contents(Consumer<Content> sink) {
        for (var index = 0; index < size; index++) {
            sink.accept(new Content(content(index), new Content.None()));
        }
    }

    @Override
    public void checkpoints(Consumer<byte[]> sink) {
        notes.forEach(sink);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<VerifierKey> keys() {
        return List.of(signer.verifier());
    }

    @Override
    public TileSource tiles() {
        return tiles;
    }

    private static final class Tiles implements TileStore {
        private final Map<TilePath, byte[]> contents = new HashMap<>();

        @Override
        public void write(TilePath tile, byte[] content) {
            contents.put(tile, content.clone());
        }

        @Override
        public Optional<byte[]> read(TilePath tile) {
            return Optional.ofNullable(contents.get(tile));
        }
    }
}
