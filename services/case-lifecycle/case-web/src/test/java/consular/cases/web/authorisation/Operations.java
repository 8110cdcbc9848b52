package consular.cases.web.authorisation;

import consular.cases.web.Api;
import consular.cases.web.DeadLettersInMemory;
import consular.cases.web.ImportsInMemory;
import consular.cases.web.SubscriptionsInMemory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of the description, each as a request that makes sense. */
final class Operations {
    /** What the paths and the questions need; whatever is not here is left out of the question. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("code", "MNL"),
            Map.entry("importId", ImportsInMemory.KNOWN.toString()),
            Map.entry("id", "R-TRM-06"),
            Map.entry("letterId", "R1"),
            Map.entry("processor", "read-models"),
            Map.entry("sequence", DeadLettersInMemory.CASE),
            Map.entry("path", "0/000"),
            Map.entry("level", "0"),
            Map.entry("thousands", "001"),
            Map.entry("index", "000"),
            Map.entry("width", "2"),
            Map.entry("logIndex", "0"),
            Map.entry("readCalendar.from", "2024-03-01"),
            Map.entry("readCalendar.to", "2024-03-31"),
            Map.entry("proveConsistency.from", "1"),
            Map.entry("proveConsistency.to", "2"),
            Map.entry("compareRuleSets.to", "2018-10-23"),
            Map.entry("read-reports-rule-set-effects.to", "2018-10-23"),
            Map.entry("type", "CaseNoteAdded"),
            Map.entry("revision", "1"),
            Map.entry("subscriptionId", SubscriptionsInMemory.SUBSCRIPTION.toString()),
            Map.entry("subject", SubscriptionsInMemory.HELD.toString()),
            Map.entry("dryRun", "true"));

    private final JsonNode document;
    private final String caseId;
    private final String quasiRefusalId;

    /** Those of a description, asked about one case and one quasi-refusal. */
    Operations(JsonNode document, String caseId, String quasiRefusalId) {
        this.document = document;
        this.caseId = caseId;
        this.quasiRefusalId = quasiRefusalId;
    }

    /** A request for an operation. */
    record Request(HttpMethod method, String path, Optional<String> body) {
        Api.Answer send(Api api, String... headers) {
            var own = path.startsWith("/api/v1/imports") && body.isPresent()
                    ? List.of("Content-Type", "text/csv", "Idempotency-Key", "a-file")
                    : List.<String>of();
            var all = Stream.concat(Stream.of(headers), own.stream()).toArray(String[]::new);
            return api.send(method, path, body.orElse(null), all);
        }

        Request at(String post) {
            return new Request(method, path + (path.contains("?") ? "&" : "?") + "post=" + post, body);
        }
    }

    /** The requests by the name of their operation. */
    Map<String, Request> all() {
        var all = new LinkedHashMap<String, Request>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var operation = method.getValue();
                    var id = operation.get("operationId").stringValue();
                    all.put(
                            id,
                            new Request(
                                    HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)),
                                    path(id, path.getKey()) + query(id, operation),
                                    body(id, operation)));
                }));
        return all;
    }

    private String path(String id, String template) {
        var path = template.replace("{caseId}", caseId).replace("{quasiRefusalId}", quasiRefusalId);
        for (var value : VALUES.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", value.getValue());
        }
        if (path.contains("{")) {
            throw new IllegalStateException("no value for a part of the path of " + id + ": " + path);
        }
        return path;
    }

    private String query(String id, JsonNode operation) {
        var query = operation
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                .map(parameter -> parameter.get("name").stringValue())
                .flatMap(name -> value(id, name).map(value -> name + "=" + value).stream())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static Optional<String> value(String id, String name) {
        return Optional.ofNullable(VALUES.getOrDefault(id + "." + name, VALUES.get(name)));
    }

    private JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? document.at(parameter.get("$ref").stringValue().substring(1))
                : parameter;
    }

    /** The first example of the description, about the case and the post that are asked about. */
    private Optional<String> body(String id, JsonNode operation) {
        if (!operation.has("requestBody")) {
            return Optional.empty();
        }
        if (id.equals("askWhatIf")) {
            // what is supposed has roles of its own
            return Optional.of("{}");
        }
        if (id.equals("importCases")) {
            return Optional.of(operation
                    .at("/requestBody/content/text~1csv/examples/example/value")
                    .stringValue());
        }
        if (id.equals("setClock")) {
            return Optional.of("{\"now\": \"2024-04-03T02:00:00Z\"}");
        }
        var examples = operation.at("/requestBody/content/application~1json/examples");
        var example =
                examples.properties().iterator().next().getValue().get("value").deepCopy();
        if (example instanceof ObjectNode body) {
            if (id.equals("RegisterCase")) {
                body.put("post", "MNL").put("caseNumber", "MNL2024999999");
            }
            if (id.equals("createSubscription")) {
                body.putArray("posts").add("MNL");
            }
            if (body.has("caseId")) {
                body.put("caseId", caseId);
            }
        }
        return Optional.of(example.toString());
    }
}
