package consular.benchmarks.history;

import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.application.StoredEvent;
import consular.cases.application.StoredQuasiRefusalEvent;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Reads the whole log after a replay and folds every case once more: positions rise, each event can be read, each case
 * is without holes, ends where it was acknowledged to end and in the state that the answers led to, and there is not an
 * event more or less than was acknowledged. A case is held only until its last event.
 */
final class LogCheck {
    private static final int PAGE = 2000;
    private static final int SHOWN = 20;

    private final Map<CaseId, ReplayedCase> expected = new HashMap<>();
    private final Map<CaseId, CaseState> open = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final BiConsumer<ReplayedCase, CaseFile> folded;
    private long events;
    private long position;

    /**
     * @param events how many the log holds
     * @param problems what is wrong, the first ones only
     */
    record Result(long events, List<String> problems) {
        Result {
            problems = List.copyOf(problems);
        }

        boolean verified() {
            return problems.isEmpty();
        }

        /** The same, with what else is wrong. */
        Result with(List<String> others) {
            return new Result(
                    events, Stream.concat(problems.stream(), others.stream()).toList());
        }
    }

    private LogCheck(List<ReplayedCase> cases, BiConsumer<ReplayedCase, CaseFile> folded) {
        this.folded = folded;
        for (var replayed : cases) {
            var caseId = replayed.caseId();
            if (caseId != null) {
                expected.put(caseId, replayed);
            }
        }
    }

    /** Checks the log against the replay and hands on each case as folded from the log. */
    static Result of(
            EventFeed log, List<ReplayedCase> cases, long acknowledged, BiConsumer<ReplayedCase, CaseFile> folded) {
        var check = new LogCheck(cases, folded);
        for (var page = log.after(0, PAGE); !page.isEmpty(); page = log.after(check.position, PAGE)) {
            page.forEach(check::accept);
        }
        check.finish(acknowledged);
        return new Result(check.events, check.problems);
    }

    private void accept(LogLine line) {
        events++;
        var at = line.position();
        if (at == null || at <= position) {
            problem("position " + at + " after " + position);
        }
        position = at == null ? position + 1 : at;
        switch (line) {
            case StoredEvent stored -> accept(stored);
            case StoredQuasiRefusalEvent _ -> problem("an event of a quasi-refusal that nobody recorded");
        }
    }

    private void accept(StoredEvent stored) {
        var caseId = stored.caseId();
        var replayed = expected.get(caseId);
        if (replayed == null) {
            problem("an event of the case " + caseId + ", which was never acknowledged or had ended");
            return;
        }
        var before = open.getOrDefault(caseId, CaseDecider.initialState());
        var next = before instanceof CaseFile file ? file.version() : 0;
        if (stored.stamp().sequence() != next) {
            problem("case " + caseId + " goes on with " + stored.stamp().sequence() + ", not with " + next);
        }
        var after = CaseDecider.evolve(before, stored.event(), stored.stamp());
        if (after instanceof CaseFile file && file.version() == replayed.version()) {
            end(replayed, file);
        } else {
            open.put(caseId, after);
        }
    }

    private void end(ReplayedCase replayed, CaseFile file) {
        expected.remove(file.caseId());
        open.remove(file.caseId());
        if (file.hashCode() != replayed.stateHash()) {
            problem("case " + file.caseId() + " folds to another state than its answers did");
        }
        folded.accept(replayed, file);
    }

    private void finish(long acknowledged) {
        expected.keySet().stream().limit(SHOWN).forEach(caseId -> problem("case " + caseId + " lacks events"));
        if (events != acknowledged) {
            problem(acknowledged + " events were acknowledged, " + events + " are in the log");
        }
    }

    private void problem(String problem) {
        if (problems.size() < SHOWN) {
            problems.add(problem);
        }
    }
}
