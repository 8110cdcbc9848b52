package consular.cases.application;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What several meters show, read once for all of them and for some seconds. Meters are read together, and by whoever asks: what each
 * costs the database must not grow with either.
 *
 * @param <T> what is read
 */
public final class SharedReading<T> {
    private static final Logger LOG = LoggerFactory.getLogger(SharedReading.class);

    /** For how long a reading serves; less than lies between two scrapes. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private final String what;
    private final Supplier<T> source;
    private final LongSupplier nanos;
    private @Nullable Reading<T> last;

    /**
     * Nothing is read yet.
     *
     * @param what names it in the line of the log that says it can't be read
     * @param source reads it
     */
    public SharedReading(String what, Supplier<T> source) {
        this(what, source, System::nanoTime);
    }

    SharedReading(String what, Supplier<T> source, LongSupplier nanos) {
        this.what = what;
        this.source = source;
        this.nanos = nanos;
    }

    /** A number of what was read less than three seconds ago, or is read now; not a number when that failed. */
    public double show(ToDoubleFunction<T> number) {
        var value = value();
        return value == null ? Double.NaN : number.applyAsDouble(value);
    }

    private synchronized @Nullable T value() {
        var reading = last;
        if (reading == null || nanos.getAsLong() - reading.nanos() > FRESH.toNanos()) {
            var value = read();
            // a failure serves as long: nobody else is to wait for a database that does not answer
            reading = new Reading<>(nanos.getAsLong(), value);
            last = reading;
        }
        return reading.value();
    }

    private @Nullable T read() {
        try {
            return source.get();
        } catch (RuntimeException unavailable) {
            var before = last;
            if (before == null || before.value() != null) {
                LOG.warn("{} can't be read: their metrics show no number until they can", what, unavailable);
            }
            return null;
        }
    }

    private record Reading<T>(long nanos, @Nullable T value) {}
}
