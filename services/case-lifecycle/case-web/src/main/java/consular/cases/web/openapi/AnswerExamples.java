package consular.cases.web.openapi;

import consular.cases.web.json.WebJson;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An example to every answer in JSON that succeeds: one of the operation's own, or else that of its schema, or a page with the one of
 * its rows. They come from a file, whose members keep their order; the people in them are made up.
 */
final class AnswerExamples {
    private static final String FILE = "answer-examples.json";

    private final Components components;
    private final JsonNode file;

    private AnswerExamples(Components components, JsonNode file) {
        this.components = components;
        this.file = file;
    }

    /** Those of the file, for the components of a document. */
    static AnswerExamples read(Components components) {
        try (var json = AnswerExamples.class.getResourceAsStream(FILE)) {
            return new AnswerExamples(components, WebJson.MAPPER.readTree(Objects.requireNonNull(json, FILE)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void addTo(Paths paths) {
        paths.values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation.getResponses().entrySet().stream()
                                .filter(response -> response.getKey().startsWith("2"))
                                .forEach(response -> addTo(operation, response.getValue()))));
    }

    private void addTo(Operation operation, ApiResponse response) {
        if (response.getContent() != null) {
            response.getContent().forEach((type, media) -> {
                if (type.contains("json")) {
                    addTo(operation.getOperationId(), media);
                }
            });
        }
    }

    private void addTo(String operation, MediaType media) {
        var row = row(media.getSchema());
        if (file.has(operation)) {
            refer(media, operation, value(operation));
        } else if (row != null) {
            var page = new LinkedHashMap<String, @Nullable Object>();
            page.put("items", new Object[] {value(row)});
            page.put("next", null);
            refer(media, row, row + "Page", page);
        } else {
            one(media, name(media.getSchema()));
        }
    }

    /** The example of a schema, for what has that schema. */
    void one(MediaType media, String schema) {
        refer(media, schema, value(schema));
    }

    private void refer(MediaType media, String name, Object value) {
        refer(media, name, name, value);
    }

    private void refer(MediaType media, String name, String component, Object value) {
        components.addExamples(
                component,
                new Example()
                        .summary(file.required(name).required("summary").stringValue())
                        .value(value));
        media.addExamples("example", new Example().$ref("#/components/examples/" + component));
    }

    private Object value(String name) {
        return WebJson.MAPPER.convertValue(file.required(name).required("value"), Map.class);
    }

    /** The name of the schema of a page's rows; null of what is no page. */
    private static @Nullable String row(Schema<?> schema) {
        var members = schema.getProperties();
        return members != null && members.containsKey("items") && members.containsKey("next")
                ? name(members.get("items").getItems())
                : null;
    }

    private static String name(Schema<?> schema) {
        var reference =
                Objects.requireNonNull(schema.get$ref(), "an answer without a schema of its own, or an example");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
