package consular.cases.service.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The OpenAPI document that the service serves: what it takes, and what it promises to answer.
 *
 * @param root the document itself
 * @param operations all of it, in the order of the document
 */
record ApiDocument(JsonNode root, List<ApiOperation> operations) {
    static ApiDocument of(JsonNode root) {
        var document = new ApiDocument(root, new ArrayList<>());
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> document.operations.add(
                                document.read(path.getKey(), operation.getKey(), operation.getValue()))));
        return document;
    }

    /** What a reference stands for; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").asString().substring(1))) : node;
    }

    ApiOperation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether there is an operation of that name. */
    boolean has(String id) {
        return operations.stream().anyMatch(operation -> operation.id().equals(id));
    }

    private ApiOperation read(String path, String method, JsonNode described) {
        var parameters = new ArrayList<ApiOperation.Parameter>();
        described.path("parameters").forEach(each -> {
            var parameter = resolve(each);
            parameters.add(new ApiOperation.Parameter(
                    parameter.get("name").asString(),
                    parameter.get("in").asString(),
                    parameter.path("required").asBoolean(false),
                    resolve(parameter.get("schema"))));
        });
        var bodies = new LinkedHashMap<String, JsonNode>();
        resolve(described.path("requestBody"))
                .path("content")
                .properties()
                .forEach(media -> bodies.put(media.getKey(), media.getValue()));
        var answers = new LinkedHashMap<Integer, ApiOperation.Answer>();
        described
                .get("responses")
                .properties()
                .forEach(answer -> answers.put(Integer.valueOf(answer.getKey()), answer(resolve(answer.getValue()))));
        return new ApiOperation(
                described.get("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                described.path("description").asString(""),
                parameters,
                bodies,
                answers);
    }

    private ApiOperation.Answer answer(JsonNode described) {
        var forms = new LinkedHashMap<String, JsonNode>();
        var problems = new LinkedHashMap<String, String>();
        described.path("content").properties().forEach(media -> {
            forms.put(media.getKey(), media.getValue().path("schema"));
            if (media.getKey().equals("application/problem+json")) {
                media.getValue()
                        .path("examples")
                        .forEach(example -> problems.putAll(Map.of(
                                example.at("/value/code").asString(),
                                example.at("/value/type").asString())));
            }
        });
        return new ApiOperation.Answer(forms, problems);
    }
}
