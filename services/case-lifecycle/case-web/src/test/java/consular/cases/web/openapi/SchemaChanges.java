package consular.cases.web.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What whoever relies on a schema of an event could no longer rely on under another. Members may be added; none may go, become
 * null, or change what kind of value it is.
 */
final class SchemaChanges {
    private final JsonNode before;
    private final JsonNode after;
    private final Set<String> followed = new HashSet<>();
    private final List<String> breaks = new ArrayList<>();

    private SchemaChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** What breaks, each with its place. */
    static List<String> breaking(JsonNode before, JsonNode after) {
        var changes = new SchemaChanges(before, after);
        changes.compare(before, after, "");
        return changes.breaks;
    }

    private void compare(JsonNode old, JsonNode now, String place) {
        if (old.has("$ref") && now.has("$ref")) {
            var pair = old.get("$ref").stringValue() + " " + now.get("$ref").stringValue();
            if (followed.add(pair)) {
                compare(resolve(old, before), resolve(now, after), place);
            }
            return;
        }
        if (old.has("$ref") || now.has("$ref")) {
            compare(resolve(old, before), resolve(now, after), place);
            return;
        }
        for (var same : List.of("type", "const", "format")) {
            if (!old.path(same).equals(now.path(same)) && !(same.equals("format") && !old.has(same))) {
                breaks.add(place + " has another " + same);
            }
        }
        for (var constant : old.path("x-extensible-enum")) {
            if (now.has("x-extensible-enum")
                    && now.get("x-extensible-enum").valueStream().noneMatch(constant::equals)) {
                breaks.add(place + " has no " + constant + " any more");
            }
        }
        alternatives(old, now, place);
        members(old, now, place);
        for (var inner : List.of("items", "additionalProperties")) {
            if (old.path(inner).isObject()) {
                compare(old.get(inner), now.path(inner), place + "/" + inner);
            }
        }
    }

    private void members(JsonNode old, JsonNode now, String place) {
        old.path("properties").properties().forEach(member -> {
            var successor = now.path("properties").path(member.getKey());
            var at = place + "/" + member.getKey();
            if (successor.isMissingNode()) {
                breaks.add(at + " is gone");
            } else {
                compare(member.getValue(), successor, at);
            }
        });
        for (var required : old.path("required")) {
            if (now.path("required").valueStream().noneMatch(required::equals)) {
                breaks.add(place + "/" + required.stringValue() + " may be left out");
            }
        }
    }

    /** Each of the new must have been one of the old; null is one of them. */
    private void alternatives(JsonNode old, JsonNode now, String place) {
        for (var choice : List.of("anyOf", "oneOf")) {
            if (!now.has(choice)) {
                continue;
            }
            for (var alternative : now.get(choice)) {
                if (!old.has(choice)) {
                    breaks.add(place + " has alternatives");
                    return;
                }
                if (old.get(choice).valueStream().noneMatch(it -> isSame(it, alternative))) {
                    breaks.add(place + " may be something new");
                }
            }
        }
    }

    private boolean isSame(JsonNode old, JsonNode now) {
        if (old.has("$ref") && now.has("$ref") && !old.equals(now)) {
            return false;
        }
        var inner = new SchemaChanges(before, after);
        inner.followed.addAll(followed);
        inner.compare(old, now, "");
        return inner.breaks.isEmpty();
    }

    private static JsonNode resolve(JsonNode schema, JsonNode document) {
        return schema.has("$ref") ? document.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }
}
