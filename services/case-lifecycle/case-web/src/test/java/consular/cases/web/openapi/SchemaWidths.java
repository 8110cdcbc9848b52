package consular.cases.web.openapi;

import consular.cases.web.json.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether one schema allows what another does not; as far as our schemas go, and in doubt it does. */
final class SchemaWidths {
    /** Texts that the first release turned down beyond that length, and did not say so. */
    private static final Map<String, Integer> WERE_BOUND = Map.of(
            "authority", 200,
            "caseNumber", 32,
            "description", 200,
            "name", 200,
            "reason", 500,
            "receiptNumber", 32,
            "reference", 200,
            "url", 2_048);

    private final JsonNode oneDocument;
    private final JsonNode otherDocument;
    private final boolean closed;
    private final Set<String> followed = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private SchemaWidths(JsonNode oneDocument, JsonNode otherDocument, boolean closed) {
        this.oneDocument = oneDocument;
        this.otherDocument = otherDocument;
        this.closed = closed;
    }

    /**
     * Where values of the one schema are none of the other.
     *
     * @param closed whether members that the other does not know are none of it
     */
    static List<String> beyond(
            JsonNode one, JsonNode oneDocument, JsonNode other, JsonNode otherDocument, boolean closed) {
        var widths = new SchemaWidths(oneDocument, otherDocument, closed);
        widths.compare(one, other, "");
        return widths.faults;
    }

    static JsonNode resolve(JsonNode schema, JsonNode document) {
        return schema.has("$ref") ? document.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }

    private void compare(JsonNode oneOrReference, JsonNode otherOrReference, String place) {
        compare(oneOrReference, otherOrReference, place, false);
    }

    private void compare(JsonNode oneOrReference, JsonNode otherOrReference, String place, boolean mayGrow) {
        if (oneOrReference.has("$ref")
                && otherOrReference.has("$ref")
                && !followed.add(oneOrReference.get("$ref") + " " + otherOrReference.get("$ref"))) {
            return;
        }
        var one = resolve(oneOrReference, oneDocument);
        var other = resolve(otherOrReference, otherDocument);
        var ones = alternatives(one);
        var others = alternatives(other);
        if (ones.size() > 1 || others.size() > 1) {
            var grown = mayGrow && hasAllKinds(ones, others);
            ones.forEach(each -> {
                if (isBeyondAll(each, others, place) && !(grown && isNewKind(each))) {
                    faults.add(place + " is none of what it may be");
                }
            });
            return;
        }
        scalars(one, other, place);
        members(one, other, place);
        if (other.has("items")) {
            compare(one.path("items"), other.get("items"), place + "/0");
        }
    }

    private static List<JsonNode> alternatives(JsonNode schema) {
        for (var choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return schema.get(choice).valueStream().toList();
            }
        }
        return List.of(schema);
    }

    /** A kind that both know is compared with its namesake only: that it looks like another does not help. */
    private boolean isBeyondAll(JsonNode one, List<JsonNode> others, String place) {
        var namesakes = others.stream()
                .filter(it -> one.has("$ref") && one.get("$ref").equals(it.get("$ref")))
                .toList();
        return (namesakes.isEmpty() ? others : namesakes).stream().allMatch(it -> isBeyond(one, it, place));
    }

    /**
     * Whoever reads answers passes over kinds that came later, where the member {@code type} beside a {@code payload} names
     * the kind. A kind that was renamed did not come later.
     */
    private boolean mayGrow(String member, JsonNode one, JsonNode other) {
        return !closed
                && member.equals("payload")
                && one.path("properties").has("type")
                && other.path("properties").has("type");
    }

    private static boolean hasAllKinds(List<JsonNode> ones, List<JsonNode> others) {
        return others.stream()
                .allMatch(it -> it.has("$ref")
                        && ones.stream().anyMatch(one -> it.get("$ref").equals(one.get("$ref"))));
    }

    private boolean isNewKind(JsonNode one) {
        return one.has("$ref") && resolve(one, otherDocument).isMissingNode();
    }

    private boolean isBeyond(JsonNode one, JsonNode other, String place) {
        var inner = new SchemaWidths(oneDocument, otherDocument, closed);
        inner.followed.addAll(followed);
        inner.compare(one, other, place);
        return !inner.faults.isEmpty();
    }

    private void scalars(JsonNode one, JsonNode other, String place) {
        for (var same : List.of("type", "format", "pattern")) {
            if (other.has(same) && !other.get(same).equals(one.path(same))) {
                faults.add(place + " has another " + same);
            }
        }
        if (closed && other.has("enum")) {
            for (var constant : one.path("enum")) {
                if (other.get("enum").valueStream().noneMatch(constant::equals)) {
                    faults.add(place + " has no " + constant);
                }
            }
            if (!one.has("enum")) {
                faults.add(place + " is one of some constants only");
            }
        }
        for (var highest : List.of("maximum", "maxLength", "maxItems")) {
            limit(one, other, highest, 1, place);
        }
        for (var lowest : List.of("minimum", "minLength", "minItems")) {
            limit(one, other, lowest, -1, place);
        }
    }

    private void limit(JsonNode one, JsonNode other, String name, int direction, String place) {
        if (!one.has(name) && name.equals("maxLength") && (isBeyondUse(other) || wasBound(place, other))) {
            return;
        }
        if (other.has(name) && (!one.has(name) || number(one, name).compareTo(number(other, name)) * direction > 0)) {
            faults.add(place + " has a narrower " + name);
        }
    }

    /** A first bound on text that is only there for whoever sends too much on purpose keeps nobody from what they did. */
    private static boolean isBeyondUse(JsonNode schema) {
        return schema.has("maxLength") && schema.get("maxLength").intValue() >= Shape.LONGEST_TEXT;
    }

    private static boolean wasBound(String place, JsonNode schema) {
        var length = WERE_BOUND.get(place.substring(place.lastIndexOf('/') + 1));
        return length != null
                && schema.has("maxLength")
                && schema.get("maxLength").intValue() >= length;
    }

    private static BigDecimal number(JsonNode schema, String name) {
        return schema.get(name).decimalValue();
    }

    private void members(JsonNode one, JsonNode other, String place) {
        one.path("properties").properties().forEach(member -> {
            var known = other.path("properties").path(member.getKey());
            var at = place + "/" + member.getKey();
            if (!known.isMissingNode()) {
                compare(member.getValue(), known, at, mayGrow(member.getKey(), one, other));
            } else if (closed) {
                faults.add(at + " is gone");
            }
        });
        for (var required : other.path("required")) {
            if (one.path("required").valueStream().noneMatch(required::equals)) {
                faults.add(place + "/" + required.stringValue() + (closed ? " must be given" : " may be missing"));
            }
        }
    }
}
