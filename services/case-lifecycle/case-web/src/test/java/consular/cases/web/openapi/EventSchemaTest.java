package consular.cases.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import consular.cases.application.CaseJson;
import consular.cases.web.WebTestBase;
import consular.cases.web.json.WebJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of events are made from the code, checked in and published. One that is out of date is written anew with
 * {@code -Dschemas.write=true}, unless whoever relied on it could not rely on it any more.
 */
class EventSchemaTest extends WebTestBase {
    private static final Path PUBLISHED = Path.of("src/main/resources/consular/cases/web/schemas");
    private static final Path SAMPLES = Path.of("../case-application/src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<Class<?>> types() {
        return EventSchemas.types();
    }

    /** The newest revision; every one has a sample. */
    static int revision(Class<?> type) {
        return IntStream.iterate(99, number -> number > 0, number -> number - 1)
                .filter(number -> Files.exists(SAMPLES.resolve(name(type, number))))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Class<?> type, int revision) {
        return type.getSimpleName() + "." + revision + ".json";
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("types")
    void is_published_as_the_code_has_it_and_nothing_that_was_relied_on_is_gone(Class<?> type) throws IOException {
        var file = PUBLISHED.resolve(name(type, revision(type)));
        var generated = EventSchemas.of(type, revision(type));
        if (Files.exists(file)) {
            assertThat(SchemaChanges.breaking(read(file), generated)).isEmpty();
        }
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(PUBLISHED);
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(generated) + "\n", UTF_8);
        }
        assertThat(file).exists();
        assertThat(read(file)).isEqualTo(generated);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_revision_breaks_nothing_that_held_for_the_one_before(Class<?> type) throws IOException {
        for (var number = 2; number <= revision(type); number++) {
            var before = PUBLISHED.resolve(name(type, number - 1));
            if (Files.exists(before)) {
                assertThat(SchemaChanges.breaking(read(before), read(PUBLISHED.resolve(name(type, number)))))
                        .isEmpty();
            }
        }
    }

    /** What the service would show of the sample, within the line of history of a real event. */
    private ObjectNode data(Class<?> type) throws IOException {
        var sample = CaseJson.mapper().readValue(Files.readString(SAMPLES.resolve(name(type, revision(type)))), type);
        var data = (ObjectNode) api.as("auditor")
                .get("/api/v1/events")
                .json()
                .get("items")
                .get(0)
                .get("data");
        data.put("type", type.getSimpleName());
        data.set("payload", JSON.readTree(WebJson.MAPPER.writeValueAsString(sample)));
        return data;
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_sample_is_valid_by_what_is_published_and_spoilt_it_is_not(Class<?> type) throws IOException {
        api.register("MNL2024000001", "MNL");
        var schema = REGISTRY.getSchema(
                api.get("/api/v1/schemas/" + type.getSimpleName() + "/" + revision(type))
                        .isStatus(200)
                        .body(),
                InputFormat.JSON);
        var data = data(type);
        assertThat(schema.validate(data.toString(), InputFormat.JSON)).isEmpty();
        var spoilt = data.deepCopy();
        spoilt.put("payload", 7);
        assertThat(schema.validate(spoilt.toString(), InputFormat.JSON)).isNotEmpty();
        for (var member : List.copyOf(data.get("payload").propertyNames())) {
            var without = data.deepCopy();
            ((ObjectNode) without.get("payload")).remove(member);
            assertThat(schema.validate(without.toString(), InputFormat.JSON))
                    .as("without " + member)
                    .isNotEmpty();
        }
    }

    @Test
    void every_event_of_the_log_names_a_schema_by_which_it_is_valid() {
        var path = api.register("MNL2024000001", "MNL");
        api.apply(path);
        api.refuse(path);
        var events = api.as("auditor").get("/api/v1/events").json().get("items");
        assertThat(events).hasSizeGreaterThanOrEqualTo(3).allSatisfy(event -> {
            var address = event.get("dataschema").stringValue();
            assertThat(address).startsWith("http://localhost:8080/api/v1/schemas/");
            var answer =
                    api.get(address.substring("http://localhost:8080".length()), "Accept", "application/schema+json");
            assertThat(answer.isStatus(200).header("Content-Type")).startsWith("application/schema+json");
            assertThat(REGISTRY.getSchema(answer.body(), InputFormat.JSON)
                            .validate(event.get("data").toString(), InputFormat.JSON))
                    .isEmpty();
        });
    }

    @Test
    void what_is_no_event_has_no_schema() {
        for (var path : List.of("VisaGranted/1", "VisaRefused/0", "VisaRefused/x", "VisaRefused/9999", "a.b/1")) {
            api.get("/api/v1/schemas/" + path).isProblem(404, "NOT_FOUND");
        }
    }
}
