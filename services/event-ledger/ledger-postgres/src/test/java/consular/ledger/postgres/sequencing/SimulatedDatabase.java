package consular.ledger.postgres.sequencing;

import consular.ledger.postgres.sequencing.Ordering.Batch;
import consular.ledger.postgres.sequencing.Ordering.Placed;
import consular.ledger.postgres.sequencing.Ordering.Seen;
import consular.ledger.postgres.sequencing.Ordering.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the sequencer can see of PostgreSQL: transactions with numbers, a sequence that nothing rolls back, snapshots. */
final class SimulatedDatabase {

    /** One event per append, each the next one of its stream. */
    record Written(int stream, long sequence, int length) {}

    static final class Transaction {
        private long xid;
        private long batch;
        private @Nullable Written written;

        boolean hasBatch() {
            return batch > 0;
        }
    }

    private final TreeSet<Long> running = new TreeSet<>();
    private final TreeMap<Long, Written> committed = new TreeMap<>();
    private final Set<Long> live = new HashSet<>();
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Set<Integer> busyStreams = new HashSet<>();
    private long lastXid = 100;
    private long lastBatch;

    final List<Placed> log = new ArrayList<>();
    private long size;
    private long highest;
    private Set<Long> passedOver = Set.of();
    private long epoch;

    /** A transaction that has its number. */
    Transaction begin() {
        var transaction = new Transaction();
        giveNumber(transaction);
        return transaction;
    }

    /** As an application could that takes a number from the sequence by itself. */
    Transaction beginWithoutNumber() {
        return new Transaction();
    }

    void giveNumber(Transaction transaction) {
        transaction.xid = ++lastXid;
        running.add(transaction.xid);
    }

    /** Writes to a stream that nobody else is writing to: he would have to wait, and then be refused. */
    boolean write(Transaction transaction, int stream, int length) {
        if (!busyStreams.add(stream)) {
            return false;
        }
        transaction.written = new Written(stream, ends.getOrDefault(stream, -1L) + 1, length);
        transaction.batch = ++lastBatch;
        live.add(transaction.batch);
        return true;
    }

    void commit(Transaction transaction) {
        var written = transaction.written;
        if (written != null) {
            committed.put(transaction.batch, written);
            ends.put(written.stream, written.sequence);
        }
        end(transaction);
    }

    void rollBack(Transaction transaction) {
        end(transaction);
        live.remove(transaction.batch);
    }

    private void end(Transaction transaction) {
        running.remove(transaction.xid);
        if (transaction.written != null) {
            busyStreams.remove(transaction.written.stream);
        }
    }

    Seen look(Ordering ordering, int most) {
        var above =
                committed.tailMap(ordering.highest(), false).keySet().stream().limit(most);
        var late = ordering.open().keySet().stream().filter(committed::containsKey);
        var oldest = running.isEmpty() ? lastXid + 1 : running.getFirst();
        return new Seen(
                Stream.concat(above, late)
                        .map(number -> new Batch(number, written(number).length))
                        .toList(),
                oldest);
    }

    /** Only the last leader may, and only from where it believes to be. */
    OptionalLong record(long byEpoch, Ordering from, Step step) {
        if (byEpoch != epoch || from.size() != size) {
            return OptionalLong.empty();
        }
        log.addAll(step.placed());
        step.placed().forEach(placed -> live.remove(placed.batch().number()));
        size = step.next().size();
        highest = step.next().highest();
        passedOver = Set.copyOf(step.next().open().keySet());
        return OptionalLong.of(++lastXid);
    }

    long newEpoch() {
        return ++epoch;
    }

    Ordering takeOver() {
        return Ordering.takenOver(size, highest, passedOver, ++lastXid);
    }

    /** Batches that may still come, or have come and have no place. */
    Collection<Long> live() {
        return live;
    }

    /** Whether a new leader would still look for it. */
    boolean mayStillCome(long batch) {
        return batch > highest || passedOver.contains(batch);
    }

    Set<Long> committed() {
        return committed.keySet();
    }

    Written written(long batch) {
        return java.util.Objects.requireNonNull(committed.get(batch));
    }
}
