package consular.cases.service.fuzz;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Good requests for any operation. */
final class Drafts {
    private static final Map<String, List<String>> USERS = Map.of(
            "INTAKE", List.of("intake"),
            "ADJUDICATOR", List.of("officer-a", "officer-a", "officer-b", "officer-cdj"),
            "SUPERVISOR", List.of("supervisor-a", "supervisor-a", "supervisor-x"),
            "DEPARTMENT", List.of("visa-office"),
            "AUDITOR", List.of("auditor"),
            "DASHBOARD", List.of("dashboard"),
            "ADMIN", List.of("admin"));
    private static final List<String> EVERYBODY =
            USERS.values().stream().flatMap(List::stream).distinct().sorted().toList();

    private final Values values;
    private final Chance chance;

    Drafts(Values values, Chance chance) {
        this.values = values;
        this.chance = chance;
    }

    Draft of(ApiOperation operation) {
        var draft = new Draft(operation);
        draft.user(user(operation));
        for (var parameter : operation.parameters()) {
            switch (parameter.in()) {
                case "path" -> draft.place(parameter.name(), value(parameter));
                case "header" -> {
                    if (parameter.required() || chance.in(parameter.name().startsWith("If-") ? 0.07 : 0.3)) {
                        draft.header(parameter.name(), value(parameter));
                    }
                }
                default -> {
                    if (parameter.required() || chance.in(0.15)) {
                        draft.addQuery(parameter.name(), value(parameter));
                    }
                }
            }
        }
        if (!operation.bodies().isEmpty()) {
            var type = chance.oneOf(List.copyOf(operation.bodies().keySet()));
            body(draft, type, operation.bodies().get(type));
        }
        if (operation.isRead() && chance.in(0.3)) {
            var forms = operation.answers().get(200).forms();
            draft.header("Accept", chance.oneOf(List.copyOf(forms.keySet())));
        }
        return draft;
    }

    private void body(Draft draft, String type, JsonNode media) {
        var body = values.body(media);
        draft.header("Content-Type", type);
        if (type.endsWith("json") && !body.isString()) {
            draft.json(body);
        } else {
            draft.text(body.asString());
        }
    }

    private String value(ApiOperation.Parameter parameter) {
        var value = values.of(parameter.schema(), parameter.name(), 0);
        return value.isArray()
                ? value.valueStream()
                        .map(JsonNode::asString)
                        .reduce((a, b) -> a + "," + b)
                        .orElse("MNL")
                : value.asString();
    }

    /** Most often somebody whom the description names. */
    private String user(ApiOperation operation) {
        var named = USERS.keySet().stream()
                .sorted()
                .filter(operation.description()::contains)
                .toList();
        return named.isEmpty() || chance.in(0.08)
                ? chance.oneOf(EVERYBODY)
                : chance.oneOf(USERS.get(chance.oneOf(named)));
    }
}
