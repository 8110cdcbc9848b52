package consular.benchmarks.load;

import java.util.Arrays;
import java.util.stream.LongStream;

/** How long each of many things took, in nanoseconds. For one thread. */
final class Nanos {
    private long[] values = new long[1024];
    private int count;

    void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = nanos;
    }

    LongStream stream() {
        return Arrays.stream(values, 0, count);
    }
}
