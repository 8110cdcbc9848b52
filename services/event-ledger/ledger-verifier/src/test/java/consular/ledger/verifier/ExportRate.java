package consular.ledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.export.ExportWriter;
import consular.ledger.core.export.ExportedLog;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.Keys;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.TileWriter;
import consular.ledger.core.tiles.TilesInMemory;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.TreeHasher;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes a large export for measurements: {@code main FOLDER EVENTS EVERY}, with a checkpoint behind every so many. To be verified with {@code time java -jar
 * ledger-verifier.jar verify FOLDER/export.zip --key FOLDER/key}. It is no test.
 */
final class ExportRate implements ExportedLog {

    private static final String ORIGIN = "log.example/cases";
    private static final Instant DAY = Instant.parse("2024-03-05T02:00:00Z");

    private final int size;
    private final NoteSigner signer = Keys.signer(ORIGIN);
    private final TilesInMemory tiles = new TilesInMemory();
    private final List<byte[]> notes = new ArrayList<>();

    private ExportRate(int size, int every) {
        this.size = size;
        var range = new CompactRange();
        var writer = new TileWriter(tiles);
        entries(entry -> {
            var leaf = TreeHasher.leaf(entry);
            range.append(leaf);
            writer.append(leaf);
            if (range.size() % every == 0 || range.size() == size) {
                notes.add(SignedNote.sign(new Checkpoint(ORIGIN, range.size(), range.root()).text(), signer)
                        .bytes());
            }
        });
        writer.flush();
    }

    public static void main(String... words) throws IOException {
        var folder = Path.of(words[0]);
        var log = new ExportRate(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        Files.writeString(folder.resolve("key"), log.signer.verifier() + "\n");
        var start = System.nanoTime();
        try (var target = new BufferedOutputStream(Files.newOutputStream(folder.resolve("export.zip")), 1 << 16)) {
            ExportWriter.write(log, target);
        }
        System.out.printf(
                "%d events in %d bytes, made and written in %.1f s%n",
                log.size, Files.size(folder.resolve("export.zip")), (System.nanoTime() - start) / 1e9);
    }

    private static Content content(int index) {
        var random = new Random(index);
        var clear =
                ("{\"actor\":\"officer-%d\",\"post\":\"MNL\",\"role\":\"OFFICER\",\"commandId\":\"%016x%016x\",\"traceId\":\"%016x%016x\"}\n"
                    + "{\"caseId\":\"018f3c9e-7a1b-7000-%04x-%012x\",\"findingId\":\"f%d\",\"applicantId\":\"a1\",\"grounds\":[{\"section\":\"221(g)\",\"annotation\":\"Or"
                    + " BC\",\"rules\":[\"R-REF-%02d\",\"R-EVI-%02d\"]}],"
                    + "\"refusedOn\":\"2024-03-%02d\",\"place\":\"Z\u00fcrich\"}")
                        .formatted(
                                index % 9,
                                random.nextLong(),
                                random.nextLong(),
                                random.nextLong(),
                                random.nextLong(),
                                index & 0xffff,
                                index * 7919L,
                                index,
                                index % 20,
                                index % 17,
                                1 + index % 28)
                        .getBytes(UTF_8);
        if (index % 3 > 0) {
            return new Content(clear, new Content.None());
        }
        var secret = new byte[3][];
        for (var part = 0; part < 3; part++) {
            secret[part] = new byte[part < 2 ? 32 : 200];
            random.nextBytes(secret[part]);
        }
        return new Content(clear, new Content.Enciphered(secret[0], secret[1], secret[2]));
    }

    @Override
    public void entries(Consumer<byte[]> sink) {
        var random = new Random(7);
        Map<UUID, Long> sequences = new HashMap<>();
        Map<UUID, Hash> chains = new HashMap<>();
        for (var index = 0; index < size; index++) {
            var stream = new UUID(0x018f_3c9e_7a1b_7000L, random.nextInt(size / 10) * 0x9e37_79b9_7f4aL);
            var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            var content = content(index);
            var entry = new Entry(
                    stream,
                    "Case",
                    sequence,
                    new UUID(0x018f_3c9e_0000_7000L + ((long) index << 16), random.nextLong()),
                    "ApplicationRefused221g",
                    "1",
                    DAY.plusSeconds(index),
                    DAY.plusSeconds(index).plusNanos(1000),
                    "officer-" + index % 9,
                    Commitments.clear(content.clear()),
                    content.secret() instanceof Content.Enciphered part
                            ? Commitments.secret(part.salt(), part.keyCommitment(), part.ciphertext())
                            : null,
                    chains.getOrDefault(stream, Chain.START));
            var bytes = CanonicalEntry.encode(entry);
            chains.put(stream, Chain.next(entry.previous(), bytes));
            sink.accept(bytes);
        }
    }

    @Override
    public void contents(Consumer<Content> sink) {
        for (var index = 0; index < size; index++) {
            sink.accept(content(index));
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
}
