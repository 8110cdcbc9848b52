package consular.cases.service.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Values by what they are the values of: learnt from the examples of the document, and in a story from its answers. */
final class Knowledge {
    private static final int MOST = 40;

    private final Map<String, List<JsonNode>> values = new HashMap<>();

    /** What a name means, whatever precedes it: {@code blockedApplicantId} is an {@code applicantId}. */
    static String kind(String name) {
        var one = name.endsWith("Ids") ? name.substring(0, name.length() - 1) : name;
        if (one.endsWith("ApplicantId")) {
            return "applicantId";
        }
        return switch (one) {
            case "next" -> "after";
            case "letterId" -> "refusalId";
            default -> one;
        };
    }

    void learn(String name, JsonNode value) {
        var known = values.computeIfAbsent(kind(name), _ -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
            if (known.size() > MOST) {
                known.removeFirst();
            }
        }
    }

    /** Learns every scalar in it by the name of its member, if that name matters. */
    void learnAll(JsonNode tree, Predicate<String> matters) {
        tree.properties().stream()
                .filter(member -> matters.test(member.getKey()))
                .forEach(member -> {
                    var value = member.getValue();
                    if (value.isContainer()) {
                        value.valueStream()
                                .filter(JsonNode::isString)
                                .forEach(element -> learn(member.getKey(), element));
                    } else if (!value.isNull() && !value.isBoolean()) {
                        learn(member.getKey(), value);
                    }
                });
        tree.valueStream().filter(JsonNode::isContainer).forEach(inner -> learnAll(inner, matters));
    }

    /** Ids of one case mean nothing in another. */
    void forgetIds() {
        values.keySet().removeIf(Knowledge::isId);
    }

    static boolean isId(String name) {
        return name.endsWith("Id") || name.endsWith("Ids");
    }

    Optional<JsonNode> any(String name, Chance chance) {
        var known = values.getOrDefault(kind(name), List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(known));
    }

    Optional<JsonNode> latest(String name) {
        var known = values.getOrDefault(kind(name), List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }
}
