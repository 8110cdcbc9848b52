package consular.cases.web.openapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds a JSON value against a schema, as far as our schemas go. */
final class Conformance {
    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private Conformance(JsonNode document) {
        this.document = document;
    }

    /** What does not fit, each with its pointer. */
    static List<String> faults(JsonNode value, JsonNode schema, JsonNode document) {
        var check = new Conformance(document);
        check.check(value, schema, "");
        return check.faults;
    }

    private void check(JsonNode value, JsonNode schema, String pointer) {
        if (schema.has("$ref")) {
            check(value, document.at(schema.get("$ref").stringValue().substring(1)), pointer);
            return;
        }
        for (var choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)
                    && schema.get(choice)
                            .valueStream()
                            .noneMatch(it -> faults(value, it, document).isEmpty())) {
                faults.add(pointer + " fits no alternative");
            }
        }
        if (schema.has("type") && !isType(value, schema.get("type").stringValue())) {
            faults.add(pointer + " is no " + schema.get("type").stringValue());
            return;
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            faults.add(pointer + " is none of the constants");
        }
        if (schema.has("maxLength")
                && value.stringValue().length() > schema.get("maxLength").intValue()) {
            faults.add(pointer + " is too long");
        }
        if (schema.has("pattern")
                && !value.stringValue().matches(schema.get("pattern").stringValue())) {
            faults.add(pointer + " does not match");
        }
        if (value.isObject() && schema.has("properties")) {
            members(value, schema, pointer);
        }
        if (value.isArray() && schema.has("items")) {
            for (var i = 0; i < value.size(); i++) {
                check(value.get(i), schema.get("items"), pointer + "/" + i);
            }
        }
    }

    /** Answers have the described members and no others, too. */
    private void members(JsonNode value, JsonNode schema, String pointer) {
        for (var required : schema.path("required")) {
            if (!value.has(required.stringValue())) {
                faults.add(pointer + "/" + required.stringValue() + " is missing");
            }
        }
        value.properties().forEach(member -> {
            var known = schema.get("properties").get(member.getKey());
            if (known == null) {
                faults.add(pointer + "/" + member.getKey() + " is not described");
            } else {
                check(member.getValue(), known, pointer + "/" + member.getKey());
            }
        });
    }

    private static boolean isType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
