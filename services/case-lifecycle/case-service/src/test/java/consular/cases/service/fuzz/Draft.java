package consular.cases.service.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that is still being made, part by part. */
final class Draft {
    /** Half of a surrogate pair can be written in no other way. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ApiOperation operation;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final List<Pair> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> raw = new HashMap<>();
    private String method;
    private String user = "";
    private Charset charset = UTF_8;
    private @Nullable JsonNode json;
    private @Nullable String text;

    /** A member of the query. */
    record Pair(String name, String value) {}

    Draft(ApiOperation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    ApiOperation operation() {
        return operation;
    }

    void method(String other) {
        method = other;
    }

    /** Who asks; nobody if empty. */
    void user(String name) {
        user = name;
    }

    void place(String name, String value) {
        places.put(name, value);
    }

    void addQuery(String name, String value) {
        query.add(new Pair(name, value));
    }

    void setQuery(String name, String value) {
        query.removeIf(pair -> pair.name().equals(name));
        addQuery(name, value);
    }

    void removeQuery(String name) {
        query.removeIf(pair -> pair.name().equals(name));
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    void removeHeader(String name) {
        headers.remove(name);
    }

    void json(JsonNode body) {
        json = body;
        text = null;
    }

    @Nullable
    JsonNode json() {
        return json;
    }

    void text(String body) {
        text = body;
    }

    void charset(Charset other) {
        charset = other;
    }

    /** Whether the member of the body is there, so that it can be spoilt. */
    boolean has(String place) {
        return json != null && json.at(parent(place)).isContainer();
    }

    /** Puts what is written so in the place of a member, be it JSON or not. */
    void write(String place, String written) {
        var mark = "\u2603" + raw.size();
        raw.put(mark, written);
        set(place, Values.string(mark));
    }

    /** A member of this name twice. */
    void twice(String place) {
        var there = json == null ? Values.string("") : json.at(place);
        var value = JSON.writeValueAsString(there.isMissingNode() ? Values.string("x") : there);
        write(place, value + ",\"" + name(place) + "\":" + value);
    }

    void set(String place, JsonNode value) {
        var parent = json == null ? null : json.at(parent(place));
        if (parent instanceof ObjectNode object) {
            object.set(name(place), value);
        } else if (parent instanceof ArrayNode array) {
            if (array.isEmpty()) {
                array.add(value);
            } else {
                array.set(0, value);
            }
        }
    }

    void remove(String place) {
        var parent = json == null ? null : json.at(parent(place));
        if (parent instanceof ObjectNode object) {
            object.remove(name(place));
        } else if (parent instanceof ArrayNode array) {
            array.removeAll();
        }
    }

    private static String parent(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    private static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    ApiRequest finish() {
        var path = operation.path();
        for (var place : places.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", encode(place.getValue()));
        }
        var pairs = query.stream()
                .map(pair -> encode(pair.name()) + "=" + encode(pair.value()))
                .collect(Collectors.joining("&"));
        return new ApiRequest(
                operation, method, pairs.isEmpty() ? path : path + "?" + pairs, Map.copyOf(headers), user, body());
    }

    private byte @Nullable [] body() {
        if (text != null) {
            return text.getBytes(charset);
        }
        if (json == null) {
            return null;
        }
        var written = JSON.writeValueAsString(json);
        for (var mark : raw.entrySet()) {
            written = written.replace("\"\\u2603" + mark.getKey().substring(1) + "\"", mark.getValue());
        }
        return written.getBytes(charset);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
