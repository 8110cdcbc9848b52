package consular.cases.web.api;

import consular.cases.domain.CaseView;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares two states of a case as clients see them. */
@Component
final class StateDifferences {
    private final JsonMapper json;

    StateDifferences(JsonMapper json) {
        this.json = json;
    }

    /**
     * A member that differs.
     *
     * @param pointer where it is, as a JSON Pointer; of lists of unequal length the whole list
     * @param from its value one way, as JSON text
     * @param to its value the other way
     */
    record Difference(String pointer, String from, String to) {}

    /** The innermost members that differ; the number of events and the rule set of the last go without saying. */
    List<Difference> between(CaseView from, CaseView to) {
        var differences = new ArrayList<Difference>();
        compare("", json.valueToTree(from), json.valueToTree(to), differences);
        return differences.stream()
                .filter(it -> !it.pointer().equals("/version") && !it.pointer().equals("/ruleSet"))
                .toList();
    }

    private static void compare(String pointer, JsonNode from, JsonNode to, List<Difference> differences) {
        if (from.isObject() && to.isObject()) {
            var names = new TreeSet<>(from.propertyNames());
            names.addAll(to.propertyNames());
            for (var name : names) {
                compare(pointer + "/" + name, from.path(name), to.path(name), differences);
            }
        } else if (from.isArray() && to.isArray() && from.size() == to.size()) {
            for (var i = 0; i < from.size(); i++) {
                compare(pointer + "/" + i, from.get(i), to.get(i), differences);
            }
        } else if (!from.equals(to)) {
            differences.add(new Difference(pointer, from.toString(), to.toString()));
        }
    }
}
