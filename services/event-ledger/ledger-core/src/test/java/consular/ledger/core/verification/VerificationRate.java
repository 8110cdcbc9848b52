package consular.ledger.core.verification;

import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Entries;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.tiles.TileWriter;
import consular.ledger.core.tiles.TilesInMemory;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * How many events one core verifies in a second: time of the processor, so that a busy machine slows nobody. Beside it what the
 * hashes alone take, which is the ceiling. Run {@code main}; it is no test.
 */
final class VerificationRate {

    private static final int ENTRIES = 400_000;
    private static final int STREAMS = 40_000;
    private static final int CHECKPOINT = 256;
    private static final int ROUNDS = 9;

    private final ByteArrayOutputStream all = new ByteArrayOutputStream(ENTRIES * 520);
    private final int[] ends = new int[ENTRIES];
    private final TilesInMemory tiles = new TilesInMemory();
    private final CheckpointHistory.Trusted history;
    private final byte[] log;

    public static void main(String[] arguments) {
        var rate = new VerificationRate();
        System.out.printf("%d entries of %d bytes on average%n", ENTRIES, rate.log.length / ENTRIES);
        rate.measure("one entry after the other", () -> rate.verifyOneByOne(new LogVerifier(rate.history)));
        rate.measure("in batches", () -> rate.verify(new LogVerifier(rate.history)));
        rate.measure("the same with tiles at hand", () -> rate.verify(new LogVerifier(rate.history, rate.tiles)));
        rate.measure("what workers can share of it", rate::examine);
        rate.measure("the hashes alone", rate::hashesAlone);
    }

    private VerificationRate() {
        var random = new Random(1);
        Map<UUID, Long> sequences = new HashMap<>();
        Map<UUID, Hash> chains = new HashMap<>();
        var range = new CompactRange();
        var writer = new TileWriter(tiles);
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (var index = 0; index < ENTRIES; index++) {
            var stream = new UUID(0x018f_3c9e_7a1b_7000L, random.nextInt(STREAMS) * 0x9e37_79b9_7f4aL);
            var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            var previous = chains.getOrDefault(stream, Chain.START);
            var entry = CanonicalEntry.encode(Entries.of(stream, sequence, previous));
            chains.put(stream, Chain.next(previous, entry));
            all.writeBytes(entry);
            ends[index] = all.size();
            var leaf = TreeHasher.leaf(entry);
            range.append(leaf);
            writer.append(leaf);
            if ((index + 1) % CHECKPOINT == 0 || index + 1 == ENTRIES) {
                checkpoints.add(new Checkpoint(TestLog.ORIGIN, range.size(), range.root()));
            }
        }
        writer.flush();
        log = all.toByteArray();
        history = new CheckpointHistory.Trusted(checkpoints);
    }

    private Object verifyOneByOne(LogVerifier verifier) {
        var from = 0;
        for (var end : ends) {
            verifier.accept(log, from, end - from);
            from = end;
        }
        return sound(verifier);
    }

    private Object verify(LogVerifier verifier) {
        var batch = new EntryBatch();
        var from = 0;
        for (var end : ends) {
            batch.add(log, from, end - from);
            from = end;
            if (batch.isFull() || end == log.length) {
                batch.examine();
                verifier.accept(batch);
                batch.clear();
            }
        }
        return sound(verifier);
    }

    /** What workers can share. */
    private Object examine() {
        var batch = new EntryBatch();
        var from = 0;
        for (var end : ends) {
            batch.add(log, from, end - from);
            from = end;
            if (batch.isFull() || end == log.length) {
                batch.examine();
                batch.clear();
            }
        }
        return batch;
    }

    private static Object sound(LogVerifier verifier) {
        var verdict = verifier.finish();
        if (verdict instanceof Verdict.Broken broken) {
            throw new IllegalStateException(broken.finding().sentence());
        }
        return verdict;
    }

    private Object hashesAlone() {
        var sha256 = new Sha256();
        var result = new byte[128];
        var from = 33;
        for (var end : Arrays.copyOfRange(ends, 1, ends.length)) {
            var length = end - from;
            sha256.digest(log, from - 1, 1 + length, result, 0);
            sha256.digest(log, from - 33, 33 + length, result, 32);
            sha256.digest(result, 0, 65, result, 64);
            from = end;
        }
        return result;
    }

    private void measure(String what, Supplier<Object> work) {
        var threads = ManagementFactory.getThreadMXBean();
        var rates = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var before = threads.getCurrentThreadCpuTime();
            work.get();
            rates[round] = ENTRIES * 1e9 / (threads.getCurrentThreadCpuTime() - before);
        }
        Arrays.sort(rates);
        System.out.printf(
                "%-28s %,10.0f events/s of CPU time (%,.0f to %,.0f)%n",
                what, rates[ROUNDS / 2], rates[0], rates[ROUNDS - 1]);
    }
}
