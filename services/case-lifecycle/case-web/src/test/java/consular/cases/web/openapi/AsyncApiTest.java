package consular.cases.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the feed is made from the code and checked in; write it anew with {@code -Dasyncapi.write=true}. */
class AsyncApiTest {
    private static final Path CHECKED_IN = Path.of("../docs/reference/events.asyncapi.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Schema asyncApi3() throws IOException {
        try (var zipped = Objects.requireNonNull(
                        AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.schema.json.gz"));
                var text = new GZIPInputStream(zipped)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(text.readAllBytes(), UTF_8), InputFormat.JSON);
        }
    }

    @Test
    void the_page_that_is_checked_in_is_what_the_code_has() throws IOException {
        var generated = AsyncApi.document();
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(
                    CHECKED_IN, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(generated) + "\n", UTF_8);
        }
        assertThat(JSON.readTree(Files.readString(CHECKED_IN))).isEqualTo(generated);
    }

    @Test
    void it_is_asyncapi_3() throws IOException {
        assertThat(asyncApi3().validate(AsyncApi.document().toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/info/title", "/operations/followLog/action", "/servers/local/protocol"})
    void a_page_that_lacks_what_it_must_have_is_not(String pointer) throws IOException {
        var document = AsyncApi.document();
        var cut = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
        assertThat(asyncApi3().validate(document.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void every_type_of_event_is_a_message_of_each_channel_and_its_example_is_valid() throws IOException {
        var document = AsyncApi.document();
        var names = EventSchemas.types().stream().map(Class::getSimpleName).toList();
        var messages = document.get("components").get("messages");
        assertThat(messages.propertyNames()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(document.get("channels"))
                .hasSize(2)
                .allSatisfy(channel ->
                        assertThat(channel.get("messages").propertyNames()).containsExactlyInAnyOrderElementsOf(names));
        for (var name : names) {
            var schema = schema(document, name);
            var payload = messages.get(name).get("examples").get(0).get("payload");
            assertThat(schema.validate(payload.toString(), InputFormat.JSON))
                    .as(name)
                    .isEmpty();
            var other = ((ObjectNode) payload.deepCopy()).put("type", "Other");
            assertThat(schema.validate(other.toString(), InputFormat.JSON))
                    .as(name)
                    .isNotEmpty();
        }
    }

    private static Schema schema(JsonNode document, String name) {
        var schema = JSON.createObjectNode();
        schema.setAll((ObjectNode)
                document.get("components").get("messages").get(name).get("payload"));
        schema.putObject("components").set("schemas", document.get("components").get("schemas"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema.toString(), InputFormat.JSON);
    }

    @Test
    void every_reference_leads_somewhere() throws IOException {
        var document = AsyncApi.document();
        List<String> references = document.findValuesAsString("$ref");
        assertThat(references)
                .hasSizeGreaterThan(200)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }
}
