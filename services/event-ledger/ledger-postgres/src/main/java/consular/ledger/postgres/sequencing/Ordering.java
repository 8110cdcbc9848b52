package consular.ledger.postgres.sequencing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What the sequencer knows, and how it goes on: a pure function of this and of what it sees next.
 *
 * <p>Batches become visible in any order. Each that is seen gets the next places of the log at once, so none is ever waited
 * for. Numbers that were passed over stay <em>open</em> until their batch is seen, or until every transaction that could have
 * drawn the number is over: a transaction has its own number before it draws that of a batch, so all that could were
 * numbered before the transaction that recorded the passing over. Nothing is ever given up by the clock.
 *
 * @param size how many events have their place
 * @param highest the highest batch that was seen
 * @param open the batches passed over, each with the transaction that recorded it; {@link #UNRECORDED} until there is one
 */
record Ordering(long size, long highest, TreeMap<Long, Long> open) {

    /** Stands for the transaction that will record a passing over. */
    static final long UNRECORDED = Long.MAX_VALUE;

    Ordering {
        open = new TreeMap<>(open);
    }

    /** What one look at the database shows, all of one moment. */
    record Seen(List<Batch> batches, long oldestRunning) {
        Seen {
            batches = List.copyOf(batches);
        }
    }

    /** A batch and how many events it has. */
    record Batch(long number, int length) {}

    /** A batch and where its events begin. */
    record Placed(long firstIndex, Batch batch) {}

    /** How to go on: what to record, and what is known once it is. */
    record Step(List<Placed> placed, Ordering next) {
        Step {
            placed = List.copyOf(placed);
        }
    }

    /**
     * What a new leader knows, who has shut out all before.
     *
     * @param highest the highest batch that has its place
     * @param passedOver the batches below it that were open when the last step was recorded
     * @param transaction one of the new leader's own, begun after it has read the rest
     */
    static Ordering takenOver(long size, long highest, Collection<Long> passedOver, long transaction) {
        var open = new TreeMap<Long, Long>();
        passedOver.forEach(batch -> open.put(batch, transaction));
        return new Ordering(size, highest, open);
    }

    /**
     * Gives places to what was seen: batches above the highest and open ones, in the order of their numbers. Within a stream
     * what was appended later has a higher number and is not seen before what was earlier, so each stream keeps its order.
     */
    Step step(Seen seen) {
        if (seen.batches().isEmpty() && open.values().stream().noneMatch(by -> by < seen.oldestRunning())) {
            return new Step(List.of(), this);
        }
        var placed = new ArrayList<Placed>();
        var left = new TreeMap<>(open);
        var end = size;
        var top = highest;
        for (var batch : seen.batches().stream()
                .sorted(Comparator.comparingLong(Batch::number))
                .toList()) {
            if (batch.number() <= highest && left.remove(batch.number()) == null) {
                throw new IllegalStateException("batch " + batch.number() + " has its place already");
            }
            for (var missing = top + 1; missing < batch.number(); missing++) {
                left.put(missing, UNRECORDED);
            }
            placed.add(new Placed(end, batch));
            end += batch.length();
            top = Math.max(top, batch.number());
        }
        left.values().removeIf(recordedBy -> recordedBy < seen.oldestRunning());
        return new Step(placed, new Ordering(end, top, left));
    }

    /** The same, once a transaction has recorded it. */
    Ordering recordedBy(long transaction) {
        var recorded = new TreeMap<>(open);
        recorded.replaceAll((_, by) -> by == UNRECORDED ? transaction : by);
        return new Ordering(size, highest, recorded);
    }
}
