package consular.cases.service.fuzz;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds JSON against the schemas of the document, which here allow nothing that they do not describe. */
final class Shapes {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonNode components;

    Shapes(ApiDocument document) {
        components = close(document.root().get("components").deepCopy());
    }

    /** What does not fit; of alternatives the one that fits best is told. */
    Optional<String> fault(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .max(Comparator.comparingInt(
                        error -> error.getInstanceLocation().getNameCount()))
                .map(Object::toString);
    }

    private Schema compile(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.putArray("allOf").add(close(schema.deepCopy()));
        whole.set("components", components);
        return registry.getSchema(whole);
    }

    private static JsonNode close(JsonNode tree) {
        if (tree instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        tree.forEach(Shapes::close);
        return tree;
    }
}
