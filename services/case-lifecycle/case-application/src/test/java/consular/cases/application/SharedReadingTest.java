package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedReadingTest {
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private boolean away;
    private final SharedReading<Integer> reading = new SharedReading<>("a number", this::read, now::get);

    private Integer read() {
        var number = readings.incrementAndGet();
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return number;
    }

    private void passes(long nanos) {
        now.addAndGet(SharedReading.FRESH.toNanos() + nanos);
    }

    @Test
    void one_serves_every_meter_until_it_is_three_seconds_old() {
        assertThat(reading.show(value -> value)).isEqualTo(1);
        passes(0);
        assertThat(reading.show(value -> -value)).isEqualTo(-1);
        passes(1);
        assertThat(reading.show(value -> value)).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void a_failure_is_no_number_serves_as_long_and_is_forgotten() {
        away = true;
        assertThat(reading.show(value -> value)).isNaN();
        assertThat(reading.show(value -> value)).isNaN();
        assertThat(readings).hasValue(1);
        away = false;
        passes(1);
        assertThat(reading.show(value -> value)).isEqualTo(2);
    }
}
