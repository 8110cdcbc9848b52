package consular.cases.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a client of one description could no longer do under another. Operations, parameters that may be left out, members of
 * answers and problems may be added.
 */
final class ApiChanges {
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private ApiChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** What breaks, each with its operation. */
    static List<String> breaking(JsonNode before, JsonNode after) {
        var changes = new ApiChanges(before, after);
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                changes.operation(path.getKey(), operation.getKey(), operation.getValue())));
        return changes.breaks;
    }

    private void operation(String path, String method, JsonNode old) {
        var id = old.path("operationId").asString("");
        var now = after.path("paths").path(path).path(method);
        if (now.isMissingNode()) {
            breaks.add(id + " is gone");
            return;
        }
        if (!now.path("operationId").equals(old.path("operationId"))) {
            breaks.add(id + " has another name");
        }
        parameters(id, old, now);
        body(id, old.path("requestBody"), now.path("requestBody"));
        answers(id, old.path("responses"), now.path("responses"));
    }

    private void parameters(String id, JsonNode old, JsonNode now) {
        for (var parameter : resolved(old.path("parameters"), before)) {
            var place = id + " " + parameter.get("name").asString();
            find(now, parameter)
                    .ifPresentOrElse(
                            other -> {
                                if (isRequired(other) && !isRequired(parameter)) {
                                    breaks.add(place + " must be given");
                                }
                                taken(place, parameter.get("schema"), other.get("schema"));
                            },
                            () -> breaks.add(place + " is gone"));
        }
        for (var parameter : resolved(now.path("parameters"), after)) {
            if (isRequired(parameter)
                    && resolved(old.path("parameters"), before).stream().noneMatch(isSame(parameter))) {
                breaks.add(id + " " + parameter.get("name").asString() + " must be given");
            }
        }
    }

    private java.util.Optional<JsonNode> find(JsonNode operation, JsonNode parameter) {
        return resolved(operation.path("parameters"), after).stream()
                .filter(isSame(parameter))
                .findFirst();
    }

    private static Predicate<JsonNode> isSame(JsonNode parameter) {
        return other -> other.get("name").equals(parameter.get("name"))
                && other.get("in").equals(parameter.get("in"));
    }

    private static boolean isRequired(JsonNode part) {
        return part.path("required").asBoolean(false);
    }

    private static List<JsonNode> resolved(JsonNode parts, JsonNode document) {
        return parts.valueStream()
                .map(part -> SchemaWidths.resolve(part, document))
                .toList();
    }

    private void body(String id, JsonNode old, JsonNode now) {
        if (isRequired(now) && !isRequired(old)) {
            breaks.add(id + " must have a body");
        }
        old.path("content").properties().forEach(media -> {
            var other = now.path("content").path(media.getKey());
            if (other.isMissingNode()) {
                breaks.add(id + " takes no " + media.getKey());
            } else {
                taken(id, media.getValue().get("schema"), other.get("schema"));
            }
        });
    }

    private void answers(String id, JsonNode old, JsonNode now) {
        old.properties().stream()
                .filter(answer ->
                        !answer.getKey().startsWith("4") && !answer.getKey().startsWith("5"))
                .forEach(answer -> answer(id + " " + answer.getKey(), answer.getValue(), now.path(answer.getKey())));
        problems(id, old, now);
    }

    private void answer(String place, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            breaks.add(place + " is gone");
            return;
        }
        for (var header : old.path("headers").propertyNames()) {
            if (!now.path("headers").has(header)) {
                breaks.add(place + " has no " + header);
            }
        }
        old.path("content").properties().forEach(media -> {
            var other = now.path("content").path(media.getKey());
            if (other.isMissingNode()) {
                breaks.add(place + " comes no more as " + media.getKey());
            } else {
                // what answers may be now must be among what they might be
                SchemaWidths.beyond(other.get("schema"), after, media.getValue().get("schema"), before, false)
                        .forEach(fault -> breaks.add(place + fault));
            }
        });
    }

    /** A code stays with its status: clients tell by it what to do. */
    private void problems(String id, JsonNode old, JsonNode now) {
        old.properties()
                .forEach(answer -> codes(answer.getValue())
                        .forEach(code -> now.properties().stream()
                                .filter(other -> !other.getKey().equals(answer.getKey()))
                                .filter(other -> codes(other.getValue()).anyMatch(code::equals))
                                .forEach(other -> breaks.add(id + " answers " + code + " as " + other.getKey()
                                        + " and not " + answer.getKey()))));
    }

    private static Stream<String> codes(JsonNode answer) {
        return answer.path("content").path(PROBLEM).path("examples").propertyNames().stream();
    }

    /** What was taken must be taken. */
    private void taken(String place, JsonNode old, JsonNode now) {
        SchemaWidths.beyond(old, before, now, after, true).forEach(fault -> breaks.add(place + fault));
    }
}
