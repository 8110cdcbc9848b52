package consular.benchmarks.load;

import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.people.CaseId;
import java.util.HashMap;
import java.util.function.Consumer;

/** Reads the whole log as the service does, from JSON to events, and folds every case. */
public final class LogFold {
    private static final int PAGE = 2000;

    private LogFold() {}

    /** How many events a second that is. */
    public static double eventsPerSecond(EventFeed log) {
        var states = new HashMap<CaseId, CaseState>();
        return eventsPerSecond(log, line -> {
            if (line instanceof StoredEvent stored) {
                states.put(
                        stored.caseId(),
                        CaseDecider.evolve(
                                states.getOrDefault(stored.caseId(), CaseDecider.initialState()),
                                stored.event(),
                                stored.stamp()));
            }
        });
    }

    /** How many events a second are read, deciphered and decoded, and no more. */
    public static double decodedPerSecond(EventFeed log) {
        return eventsPerSecond(log, _ -> {});
    }

    private static double eventsPerSecond(EventFeed log, Consumer<LogLine> use) {
        var began = System.nanoTime();
        var events = 0L;
        var position = 0L;
        for (var page = log.after(position, PAGE); !page.isEmpty(); page = log.after(position, PAGE)) {
            for (var line : page) {
                use.accept(line);
                events++;
                var at = line.position();
                if (at == null) {
                    throw new IllegalStateException("an event of the log has a position");
                }
                position = at;
            }
        }
        return events / ((System.nanoTime() - began) / 1e9);
    }
}
