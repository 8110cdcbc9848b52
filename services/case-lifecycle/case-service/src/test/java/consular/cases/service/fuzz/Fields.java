package consular.cases.service.fuzz;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The members of a body by their places, such as {@code /applicants/0/familyName}; of a list the first element stands for all. */
final class Fields {
    private static final int DEEPEST = 8;

    private final ApiDocument document;
    private final List<String> found = new ArrayList<>();

    private Fields(ApiDocument document) {
        this.document = document;
    }

    static List<String> of(ApiDocument document, JsonNode schema) {
        var fields = new Fields(document);
        fields.collect(schema, "", 0);
        return fields.found;
    }

    private void collect(JsonNode described, String place, int depth) {
        var schema = document.resolve(described);
        if (depth > DEEPEST) {
            return;
        }
        for (var choice : List.of("anyOf", "oneOf")) {
            schema.path(choice).forEach(each -> collect(each, place, depth + 1));
        }
        schema.path("properties").properties().forEach(member -> {
            var at = place + "/" + member.getKey();
            found.add(at);
            collect(member.getValue(), at, depth + 1);
        });
        if (schema.has("items")) {
            found.add(place + "/0");
            collect(schema.get("items"), place + "/0", depth + 1);
        }
    }
}
