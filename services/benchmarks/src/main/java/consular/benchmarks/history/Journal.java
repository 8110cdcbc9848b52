package consular.benchmarks.history;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened while the histories were replayed, counted by all callers together. */
public final class Journal {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder cases = new LongAdder();
    private final Map<String, LongAdder> rejected = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unknown = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> choices = new ConcurrentHashMap<>();

    void accepted(int eventsAppended) {
        accepted.increment();
        events.add(eventsAppended);
    }

    void rejected(String code) {
        count(rejected, code);
    }

    /** A change of the source that no act of law explains. */
    void unknown(String change) {
        count(unknown, change);
    }

    /** Something that the source leaves open, and how it was settled. */
    void choice(String what) {
        count(choices, what);
    }

    void caseDone() {
        cases.increment();
    }

    private static void count(Map<String, LongAdder> counters, String name) {
        counters.computeIfAbsent(name, _ -> new LongAdder()).increment();
    }

    long accepted() {
        return accepted.sum();
    }

    /** Events that were acknowledged. */
    long events() {
        return events.sum();
    }

    long cases() {
        return cases.sum();
    }

    long commands() {
        return accepted() + sum(rejected());
    }

    Map<String, Long> rejected() {
        return totals(rejected);
    }

    Map<String, Long> unknown() {
        return totals(unknown);
    }

    Map<String, Long> choices() {
        return totals(choices);
    }

    static long sum(Map<String, Long> totals) {
        return totals.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> totals(Map<String, LongAdder> counters) {
        var totals = new TreeMap<String, Long>();
        counters.forEach((name, counter) -> totals.put(name, counter.sum()));
        return totals;
    }
}
