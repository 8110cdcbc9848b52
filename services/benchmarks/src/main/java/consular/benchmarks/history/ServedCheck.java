package consular.benchmarks.history;

import consular.benchmarks.target.OverHttp;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads the log of a running service after a replay, through its REST interface: positions rise, the replayed cases are
 * without holes, and hold just the events that were acknowledged. Other cases, and what the service itself adds to
 * these when a deadline passes, are left out of the account.
 */
final class ServedCheck {
    private static final int PAGE = 500;
    private static final int SHOWN = 20;

    private final Map<CaseId, Long> versions = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long events;
    private long position;

    private ServedCheck() {}

    /** Checks the log against the replay. */
    static LogCheck.Result of(OverHttp service, List<ReplayedCase> cases, long acknowledged) {
        var check = new ServedCheck();
        for (var replayed : cases) {
            var caseId = replayed.caseId();
            if (caseId != null) {
                check.versions.put(caseId, 0L);
            }
        }
        for (var page = check.page(service); !page.isEmpty(); page = check.page(service)) {
            page.forEach(check::accept);
        }
        check.finish(cases, acknowledged);
        return new LogCheck.Result(check.events, check.problems);
    }

    private JsonNode page(OverHttp service) {
        return service.read("/api/v1/events?after=" + position + "&limit=" + PAGE)
                .path("items");
    }

    private void accept(JsonNode event) {
        var at = event.path("position").asLong();
        if (at <= position) {
            throw new IllegalStateException("position " + at + " after " + position);
        }
        position = at;
        var caseId = CaseId.of(event.path("subject").asString());
        var next = versions.get(caseId);
        if (next == null) {
            return;
        }
        var data = event.path("data");
        if (data.path("sequence").asLong() != next) {
            problem("case " + caseId + " goes on with " + data.path("sequence").asLong() + ", not with " + next);
        }
        versions.put(caseId, data.path("sequence").asLong() + 1);
        if (!data.path("role").asString().equals(Role.SERVICE.name())) {
            events++;
        }
    }

    private void finish(List<ReplayedCase> cases, long acknowledged) {
        for (var replayed : cases) {
            var caseId = replayed.caseId();
            if (caseId != null && versions.getOrDefault(caseId, 0L) < replayed.version()) {
                problem("case " + caseId + " lacks events");
            }
        }
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
