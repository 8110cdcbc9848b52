package consular.cases.service.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What came of all requests. */
final class Tally {
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger waits = new AtomicInteger();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    /** A fault, told once with its first request. */
    private record Failure(String story, AtomicInteger times) {}

    void answered(ApiOperation operation, Caller.Answer answer) {
        requests.incrementAndGet();
        statuses.computeIfAbsent(answer.status(), _ -> new AtomicInteger()).incrementAndGet();
        if (AnswerCheck.isWait(operation, answer)) {
            waits.incrementAndGet();
        }
        if (answer.status() < 300) {
            accepted.computeIfAbsent(operation.id(), _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    void failed(ApiOperation operation, String fault, String story) {
        failures.computeIfAbsent(operation + ": " + fault, _ -> new Failure(story, new AtomicInteger()))
                .times()
                .incrementAndGet();
    }

    int requests() {
        return requests.get();
    }

    /** Answers that told to wait for what is not yet to be seen. */
    int waits() {
        return waits.get();
    }

    boolean succeeded(ApiOperation operation) {
        return accepted.containsKey(operation.id());
    }

    /** Each fault with how often it was met, and the first request that met it. */
    Map<String, String> failures() {
        return failures.entrySet().stream()
                .collect(Collectors.toMap(
                        failure -> failure.getKey() + " (" + failure.getValue().times() + " times)",
                        failure -> failure.getValue().story(),
                        (first, _) -> first,
                        TreeMap::new));
    }

    @Override
    public String toString() {
        return requests + " requests; answers by status: " + statuses + "; told to wait: " + waits;
    }
}
