package consular.cases.web.openapi;

import consular.cases.web.json.WebJson;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The small change of schemas. */
final class Schemas {
    private static final String NULL = "null";

    private Schemas() {}

    static Schema<Object> of(String type) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        return schema;
    }

    static Schema<Object> of(String type, String format) {
        var schema = of(type);
        schema.setFormat(format);
        return schema;
    }

    static Schema<Object> text() {
        return of("string");
    }

    static Schema<Object> integer() {
        return of("integer", "int64");
    }

    static Schema<Object> day() {
        return of("string", "date");
    }

    static Schema<Object> moment() {
        return of("string", "date-time");
    }

    static Schema<Object> uuid() {
        return of("string", "uuid");
    }

    static Schema<Object> flag() {
        return of("boolean");
    }

    static Schema<Object> array(Schema<?> element) {
        var schema = of("array");
        schema.setItems(element);
        return schema;
    }

    static Schema<Object> object() {
        return of("object");
    }

    /** The constants of an enum as the interface writes them. */
    static Schema<Object> choice(Class<?> type) {
        return choice(Arrays.stream(type.getEnumConstants())
                .map(constant -> WebJson.MAPPER.valueToTree(constant).stringValue())
                .toList());
    }

    static Schema<Object> choice(List<String> names) {
        var schema = text();
        schema.setEnum(List.copyOf(names));
        return schema;
    }

    static Schema<Object> ref(String name) {
        var schema = new JsonSchema();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }

    /** Any of these; not one alone, since some have the same members as others. */
    static Schema<Object> anyOf(Stream<Schema<?>> alternatives) {
        var schema = new JsonSchema();
        alternatives.forEach(schema::addAnyOfItem);
        return schema;
    }

    /** The same, or null. */
    static Schema<Object> nullable(Schema<?> schema) {
        return anyOf(Stream.of(schema, of(NULL)));
    }
}
