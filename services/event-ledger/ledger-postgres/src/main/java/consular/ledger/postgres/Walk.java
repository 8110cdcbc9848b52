package consular.ledger.postgres;

import java.util.function.Consumer;

/** Goes along the log from index to index, whatever the rows claim, and hands something on for each. */
final class Walk<T> {

    private final long size;
    private final Missing<T> missing;
    private final Consumer<T> consumer;
    private long at;

    /** Up to {@code size}; where there is nothing to hand on, {@code missing} says what stands for it. */
    Walk(long from, long size, Missing<T> missing, Consumer<T> consumer) {
        this.at = from;
        this.size = size;
        this.missing = missing;
        this.consumer = consumer;
    }

    long at() {
        return at;
    }

    boolean isOver() {
        return at >= size;
    }

    /** A row for which its batch had no place takes the next line; the row that belongs there has none then. */
    void meet(Row<T> row) {
        if (!row.isInItsBatch) {
            say(at + 1, "its batch has more events than when it got its place");
        } else if (row.index >= at) {
            missUpTo(row.index);
            if (!isOver()) {
                consumer.accept(row.value);
                at++;
            }
        }
    }

    void missUpTo(long index) {
        say(index, "nothing is stored at this index");
    }

    private void say(long upTo, String why) {
        while (at < Math.min(upTo, size)) {
            consumer.accept(missing.at(at++, why));
        }
    }

    /** What was read of a row, and where it says it belongs. */
    record Row<T>(long index, boolean isInItsBatch, T value) {}

    /** What stands where nothing is. */
    interface Missing<T> {
        T at(long index, String why);
    }
}
