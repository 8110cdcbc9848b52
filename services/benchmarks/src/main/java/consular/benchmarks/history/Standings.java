package consular.benchmarks.history;

import consular.cases.domain.CaseState.CaseFile;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How many persons of a case stand where. */
record Standings(Map<Standing, Integer> persons) {
    Standings {
        persons = Map.copyOf(persons);
    }

    /** What a snapshot says. */
    static Standings of(Counts counts) {
        var persons = new EnumMap<Standing, Integer>(Standing.class);
        for (var status : Status.COLUMNS) {
            if (counts.of(status) > 0) {
                persons.merge(status.standing(), counts.of(status), Integer::sum);
            }
        }
        return new Standings(persons);
    }

    /** What the folded case says. */
    static Standings of(CaseFile file) {
        var persons = new EnumMap<Standing, Integer>(Standing.class);
        file.applicants().forEach(applicant -> persons.merge(Standing.of(applicant), 1, Integer::sum));
        return new Standings(persons);
    }

    /** What the service says of the case: the answer of {@code GET /cases/{id}}. */
    static Standings of(JsonNode view) {
        var persons = new EnumMap<Standing, Integer>(Standing.class);
        for (var applicant : view.path("applicants")) {
            persons.merge(Standing.of(applicant), 1, Integer::sum);
        }
        return new Standings(persons);
    }
}
