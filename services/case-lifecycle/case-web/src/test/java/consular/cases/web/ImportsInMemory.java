package consular.cases.web;

import consular.cases.application.CaseImports;
import consular.cases.application.CommandFailure;
import consular.cases.application.ImportReports;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accepts every row but those of cases whose number begins with X, and keeps reports. */
public final class ImportsInMemory implements CaseImports, ImportReports {
    /** An import that is always there. */
    public static final UUID KNOWN = UUID.fromString("00000000-0000-4000-8000-00000000000a");

    private final Map<UUID, Import> imports = new HashMap<>();
    private final Map<UUID, Long> runs = new HashMap<>();
    private final Map<UUID, TreeMap<Long, Line>> lines = new HashMap<>();
    private final List<List<Row>> parts = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private @Nullable Hold hold;
    private @Nullable Source source;

    ImportsInMemory() {
        clear();
    }

    /** Forgets everything but the one. */
    public void clear() {
        imports.clear();
        runs.clear();
        lines.clear();
        parts.clear();
        failure = null;
        hold = null;
        begin(KNOWN, "admin", new Manner(false, true));
    }

    /** Lets the parts fail from now on; null to work again. */
    public void failWith(@Nullable RuntimeException next) {
        failure = next;
    }

    /** Keeps the next part at work until it is let go. */
    public Hold hold() {
        var next = new Hold();
        hold = next;
        return next;
    }

    /** A part that is kept at work. */
    public static final class Hold {
        private final CountDownLatch atWork = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        /** Returns when the part is at work. */
        public void awaitOneAtWork() {
            await(atWork);
        }

        /** Lets the part be done. */
        public void letGo() {
            letGo.countDown();
        }

        private void pass() {
            atWork.countDown();
            await(letGo);
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(30, TimeUnit.SECONDS)) {
                    throw new AssertionError("an import did not come so far");
                }
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    /** The parts that were taken, and tried out. */
    public List<List<Row>> parts() {
        return parts;
    }

    /** What the last import said of itself. */
    public Source source() {
        return Optional.ofNullable(source).orElseThrow();
    }

    @Override
    public List<Outcome> take(List<Row> rows, Source from) {
        if (hold != null) {
            var held = hold;
            hold = null;
            held.pass();
        }
        if (failure != null) {
            throw failure;
        }
        source = from;
        parts.add(List.copyOf(rows));
        return rows.stream()
                .<Outcome>map(row -> row.caseNumber().startsWith("X")
                        ? new Outcome.Rejected(new Rejection(RejectionCode.FEE_UNPAID, "no fee was paid"))
                        : new Outcome.Accepted(new CaseId(KNOWN), 3, false))
                .toList();
    }

    @Override
    public List<Outcome> tryOut(List<Row> rows, Source from) {
        return take(rows, from);
    }

    @Override
    public Begun begin(UUID importId, String by, Manner manner) {
        var before = find(importId);
        if (before.filter(it -> !it.manner().equals(manner)).isPresent()) {
            throw new CommandFailure.KeyReused();
        }
        if (manner.dryRun() || before.isEmpty()) {
            lines.put(importId, new TreeMap<>());
        }
        put(importId, by, manner, State.RUNNING);
        return new Begun(runs.merge(importId, 1L, Long::sum), before);
    }

    private void put(UUID importId, String by, Manner manner, State state) {
        imports.put(
                importId, new Import(importId, by, manner, state, MovableClock.START, MovableClock.START, Map.of()));
    }

    @Override
    public void end(UUID importId, long run, State state) {
        if (runs.getOrDefault(importId, 0L) == run) {
            var known = find(importId).orElseThrow();
            put(importId, known.startedBy(), known.manner(), state);
        }
    }

    @Override
    public Map<Long, Line> lines(UUID importId, long first, long last) {
        return Map.copyOf(linesOf(importId).subMap(first, true, last, true));
    }

    private TreeMap<Long, Line> linesOf(UUID importId) {
        return lines.computeIfAbsent(importId, _ -> new TreeMap<>());
    }

    @Override
    public void add(UUID importId, List<Line> reported) {
        reported.forEach(line -> linesOf(importId).putIfAbsent(line.row(), line));
    }

    @Override
    public Optional<Import> find(UUID importId) {
        return Optional.ofNullable(imports.get(importId))
                .map(known -> new Import(
                        importId,
                        known.startedBy(),
                        known.manner(),
                        known.state(),
                        known.startedAt(),
                        known.updatedAt(),
                        linesOf(importId).values().stream()
                                .collect(Collectors.groupingBy(Line::result, Collectors.counting()))));
    }

    @Override
    public List<Line> report(UUID importId, long after, @Nullable Result result, int limit) {
        Stream<Line> behind = linesOf(importId).tailMap(after, false).values().stream();
        return behind.filter(line -> result == null || line.result() == result)
                .limit(limit)
                .toList();
    }
}
