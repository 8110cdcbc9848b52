package consular.cases.service.fuzz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Good values for whatever the document describes, from what a story knows. */
final class Values {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiDocument document;
    private final Knowledge common;
    private final Knowledge own;
    private final Chance chance;
    private final Instant now;
    private final int story;
    private int made;

    /** How often a member of an example gets another value. */
    private double boldness;

    /** When acts of this story take effect; it only goes on. */
    private Instant effective;

    Values(ApiDocument document, Knowledge common, Knowledge own, Chance chance, Instant now, int story) {
        this.document = document;
        this.common = common;
        this.own = own;
        this.chance = chance;
        this.now = now;
        this.story = story;
        this.effective = now.minus(chance.between(0, 2_300), ChronoUnit.DAYS);
    }

    /** A body as it is described for a content type. */
    JsonNode body(JsonNode media) {
        boldness = chance.in(0.3) ? 0.15 : 0.02;
        var schema = media.get("schema");
        var examples = media.path("examples").valueStream().toList();
        if (examples.isEmpty() || chance.in(0.1)) {
            return of(schema, "", 0);
        }
        return like(chance.oneOf(examples).get("value"), schema, "");
    }

    /** A body with every member that there could be. */
    JsonNode full(JsonNode described) {
        var schema = document.resolve(described);
        if (schema.has("anyOf")) {
            return full(schema.get("anyOf").get(0));
        }
        if (schema.has("properties")) {
            var object = JSON.createObjectNode();
            schema.get("properties")
                    .properties()
                    .forEach(member -> object.set(
                            member.getKey(),
                            isLeaf(member.getValue())
                                    ? of(member.getValue(), member.getKey(), 0)
                                    : full(member.getValue())));
            return object;
        }
        return schema.has("items") ? JSON.createArrayNode().add(full(schema.get("items"))) : of(schema, "", 0);
    }

    private boolean isLeaf(JsonNode described) {
        return Fields.of(document, described).isEmpty();
    }

    /** An example with other values here and there. */
    private JsonNode like(JsonNode example, JsonNode described, String name) {
        var schema = alternative(described);
        if (example.isObject()) {
            var object = JSON.createObjectNode();
            example.properties()
                    .forEach(member -> object.set(
                            member.getKey(),
                            like(member.getValue(), schema.path("properties").path(member.getKey()), member.getKey())));
            return withCommand(object, schema);
        }
        if (example.isArray()) {
            var array = JSON.createArrayNode();
            example.forEach(element -> array.add(like(element, schema.path("items"), name)));
            return array;
        }
        var refers = name.endsWith("Id") || name.endsWith("Ids");
        return refers || isOurs(name) || chance.in(boldness) ? of(schema, name, 0) : example;
    }

    private static boolean isOurs(String name) {
        return name.equals("url") || name.equals("caseNumber") || name.equals("idempotencyKey");
    }

    /** The schema of something that is there. */
    private JsonNode alternative(JsonNode described) {
        var schema = document.resolve(described);
        return schema.has("anyOf") ? document.resolve(schema.get("anyOf").get(0)) : schema;
    }

    /** Good by its schema. */
    JsonNode of(JsonNode described, String name, int depth) {
        var schema = document.resolve(described);
        if (schema.has("anyOf")) {
            return of(chance.oneOf(schema.get("anyOf").valueStream().toList()), name, depth + 1);
        }
        if (schema.has("oneOf")) {
            return of(chance.oneOf(schema.get("oneOf").valueStream().toList()), name, depth + 1);
        }
        if (schema.has("enum")) {
            return chance.oneOf(schema.get("enum").valueStream().toList());
        }
        return switch (schema.path("type").asString("string")) {
            case "object" -> object(schema, depth);
            case "array" -> {
                var array = JSON.createArrayNode();
                var size = chance.oneOf(List.of(0, 1, 1, 1, 2, 3));
                for (var i = 0; i < size; i++) {
                    array.add(of(schema.get("items"), name, depth + 1));
                }
                yield array;
            }
            case "boolean" -> JSON.getNodeFactory().booleanNode(chance.in(0.5));
            case "null" -> JSON.getNodeFactory().nullNode();
            case "integer", "number" -> number(schema, name);
            default -> text(schema, name);
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.createObjectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(member -> required.add(member.asString()));
        schema.path("properties").properties().forEach(member -> {
            if (required.contains(member.getKey()) || chance.in(depth > 6 ? 0 : 0.5)) {
                object.set(member.getKey(), of(member.getValue(), member.getKey(), depth + 1));
            }
        });
        return withCommand(object, schema);
    }

    /** Where a command is named and its body left open, one of those that the document describes. */
    private JsonNode withCommand(ObjectNode object, JsonNode schema) {
        var properties = schema.path("properties");
        if (properties.has("command") && properties.has("body") && chance.in(0.5)) {
            var name = chance.oneOf(
                    properties.get("command").get("enum").valueStream().toList());
            var operation = document.operation(name.asString());
            object.set("command", name);
            object.set("body", body(operation.bodies().get("application/json")));
        }
        if (object.path("effectiveAt").isString() && properties.has("lateEntryReason")) {
            object.put("lateEntryReason", "found in a drawer");
        }
        return object;
    }

    private JsonNode number(JsonNode schema, String name) {
        if (chance.in(0.8)) {
            var known = own.any(name, chance).filter(JsonNode::isNumber);
            if (known.isPresent()) {
                return known.get();
            }
        }
        var lowest = schema.path("minimum").asLong(0);
        var highest = schema.path("maximum").asLong(lowest + 20);
        return JSON.getNodeFactory().numberNode(chance.between(lowest, Math.min(highest, lowest + 60)));
    }

    private JsonNode text(JsonNode schema, String name) {
        return switch (name) {
            // nobody listens there
            case "url" -> string("http://127.0.0.1:9/hooks/" + story);
            case "effectiveAt" -> string(effective().toString());
            case "caseNumber" ->
                chance.in(0.2) ? own.any(name, chance).orElseGet(() -> string(caseNumber())) : string(caseNumber());
            case "Idempotency-Key", "idempotencyKey" -> string("key-" + story + "-" + made++);
            case "If-Match", "If-None-Match" -> own.latest("ETag").orElse(string("*"));
            case "code" -> common.any("post", chance).orElse(string("MNL"));
            case "Last-Event-ID" -> own.any("after", chance).orElse(string("0"));
            case "atLeast" ->
                string(own.latest("caseId").map(JsonNode::asString).orElse(uuid()) + ":"
                        + own.latest("version").map(JsonNode::asString).orElse("1"));
            default -> {
                var known = name.equals("caseId") && chance.in(0.9) ? own.latest(name) : own.any(name, chance);
                if (known.isPresent() && (name.contains("Id") || chance.in(0.6))) {
                    yield string(known.get().asString());
                }
                var common = this.common.any(name, chance);
                yield common.isPresent() && chance.in(0.8)
                        ? string(common.get().asString())
                        : string(made(schema, name));
            }
        };
    }

    private String made(JsonNode schema, String name) {
        return switch (schema.path("format").asString("")) {
            case "date" ->
                name.equals("dateOfBirth")
                        ? LocalDate.of(1950, 1, 1)
                                .plusDays(chance.below(25_000))
                                .toString()
                        : LocalDate.ofInstant(effective, ZoneOffset.UTC)
                                .plusDays(chance.in(0.8) ? chance.between(-300, -1) : chance.between(0, 400))
                                .toString();
            case "date-time" ->
                chance.in(0.5)
                        ? effective.toString()
                        : now.plus(chance.between(-400, 400), ChronoUnit.DAYS).toString();
            case "uuid" -> uuid();
            default -> schema.path("pattern").asString("").contains("{64}") ? "0123456789abcdef".repeat(4) : word();
        };
    }

    private String word() {
        var words = List.of("a", "Reyes", "two words", "R-1", "naïve", "12", "ALL", "read-models");
        return chance.oneOf(words);
    }

    String caseNumber() {
        return "F" + story + "N" + made++;
    }

    private String uuid() {
        return new UUID(chance.bits(), chance.bits()).toString();
    }

    private Instant effective() {
        var next = effective.plus(chance.between(0, 90 * 24), ChronoUnit.HOURS);
        if (next.isBefore(now)) {
            effective = next;
        }
        return effective;
    }

    static JsonNode string(String text) {
        return JSON.getNodeFactory().stringNode(text);
    }
}
