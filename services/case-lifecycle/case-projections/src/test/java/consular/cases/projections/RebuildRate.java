package consular.cases.projections;

import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Measures a rebuild of a long log; started by hand, from the test classes. */
final class RebuildRate {
    private static final int CASES = 50_000;

    private RebuildRate() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        try (var side = ReadSide.started()) {
            side.bean(Processors.class).stop();
            var events = fill(side);
            side.bean(Processors.class).start();
            var start = System.nanoTime();
            while (side.operations().status().lag().events() > 0) {
                Thread.onSpinWait();
            }
            report("first build", events, (System.nanoTime() - start) / 1e9);
            for (var round = 0; round < 3; round++) {
                var rebuild = side.operations().rebuild();
                assertThat(rebuild.cases()).isEqualTo(CASES);
                assertThat(rebuild.differences().values()).allMatch(count -> count == 0);
                report("rebuild, equality check and switch included", events, rebuild.seconds());
            }
        }
    }

    /** The same few histories under many ids, event by event in turn, as many officers would have written them. */
    private static long fill(ReadSide side) {
        side.cases.itIs("2024-03-05", MANILA);
        var samples = List.of(
                side.cases.applied(MANILA),
                side.cases.refused221g(MANILA),
                side.cases.refusedFraud(MANILA, false),
                withEvidence(side.cases));
        var histories = samples.stream()
                .map(sample -> side.log.of(sample).stream()
                        .map(stored -> new RecordedEvent(stored.event(), stored.stamp()))
                        .toList())
                .toList();
        side.log.clear();
        var chunk = 1000;
        for (var first = 0; first < CASES; first += chunk) {
            var ids = new ArrayList<CaseId>();
            for (var n = 0; n < chunk; n++) {
                ids.add(new CaseId(UUID.randomUUID()));
            }
            for (var step = 0; step < 4; step++) {
                for (var n = 0; n < chunk; n++) {
                    var history = histories.get(n % histories.size());
                    if (step < history.size()) {
                        side.log.append(ids.get(n), List.of(underId(history.get(step), ids.get(n))));
                    }
                }
            }
        }
        return side.log.head();
    }

    private static CaseId withEvidence(Cases cases) {
        var caseId = cases.refused221g(MANILA);
        cases.presented(caseId);
        return caseId;
    }

    private static RecordedEvent underId(RecordedEvent line, CaseId caseId) {
        return line.event() instanceof CaseRegistered it
                ? new RecordedEvent(
                        new CaseRegistered(
                                caseId,
                                it.caseNumber(),
                                it.post(),
                                it.zone(),
                                it.category(),
                                it.visaClass(),
                                it.petition(),
                                it.applicants(),
                                it.counsel()),
                        line.stamp())
                : line;
    }

    private static void report(String what, long events, double seconds) {
        System.out.printf("RATE %s: %d events, %.1f s, %.0f events/s%n", what, events, seconds, events / seconds);
    }
}
