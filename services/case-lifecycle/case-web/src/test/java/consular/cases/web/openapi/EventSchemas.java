package consular.cases.web.openapi;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.web.api.AnswerTypes;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the schemas of events from the records that they are written from. */
final class EventSchemas {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    private EventSchemas() {}

    /** Every type of event that the log may hold. */
    static List<Class<?>> types() {
        return Stream.of(CaseEvent.class, QuasiRefusalEvent.class)
                .flatMap(EventSchemas::leaves)
                .toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSchemas::leaves)
                : Stream.of(type);
    }

    /** The schema of the data of an event: its line of history with its payload. */
    static ObjectNode of(Class<?> type, int revision) {
        var components = new Components();
        var answers = new AnswerSchemas(components);
        answers.of(type);
        answers.of(AnswerTypes.HISTORY_ITEM);
        var all = (ObjectNode) JSON.readTree(text(components)).get("schemas");
        all.findParents("enum").forEach(EventSchemas::open);
        var line = (ObjectNode) all.get("HistoryItem");
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", type.getSimpleName() + ", revision " + revision);
        schema.setAll(line);
        var members = (ObjectNode) schema.get("properties");
        members.set("type", JSON.createObjectNode().put("const", type.getSimpleName()));
        members.set("payload", JSON.createObjectNode().put("$ref", COMPONENTS + type.getSimpleName()));
        var definitions = new TreeMap<String, JsonNode>();
        collect(schema, all, definitions);
        definitions.forEach(schema.putObject("$defs")::set);
        return (ObjectNode) JSON.readTree(schema.toString().replace(COMPONENTS, DEFINITIONS));
    }

    private static String text(Components components) {
        return Json31.pretty(components);
    }

    /** Constants may be added to one. */
    private static void open(JsonNode schema) {
        var choice = (ObjectNode) schema;
        choice.set("x-extensible-enum", choice.remove("enum"));
    }

    private static void collect(JsonNode schema, JsonNode all, TreeMap<String, JsonNode> found) {
        for (var reference : schema.findValuesAsString("$ref")) {
            var name = reference.substring(COMPONENTS.length());
            if (found.putIfAbsent(name, all.get(name)) == null) {
                collect(all.get(name), all, found);
            }
        }
    }
}
