package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CommandName;
import consular.cases.domain.law.RejectionCode;
import consular.cases.web.api.CommandBodies;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The description describes what there is, all of it, as it is. */
class ApiDescriptionTest extends DescriptionTestBase {
    private static final Pattern GAP = Pattern.compile("\\S {2,}\\S");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private JsonNode at(String reference) {
        var node = document.at(reference.substring(1));
        assertThat(node.isMissingNode()).as(reference).isFalse();
        return node;
    }

    private JsonNode post(CommandName name) {
        return document.get("paths").get(pathOf(name)).get("post");
    }

    @Test
    void it_is_openapi_3_1_and_has_a_page_that_anybody_may_open() {
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        assertThat(document.get("info").get("description").stringValue()).contains("RFC 9457");
        assertThat(document.get("components").get("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "bearer");
        api.as("").get("/v3/api-docs.yaml").isStatus(200);
        api.as("").get("/swagger-ui/index.html").isStatus(200);
        api.as("").get("/swagger-ui.html").isStatus(302);
    }

    /** A line that was joined to the next without its mark of continuation has the indentation in its midst. */
    @Test
    void no_text_has_a_gap() {
        var texts = Stream.of("description", "summary")
                .flatMap(member -> document.findValues(member).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
        assertThat(texts).isNotEmpty().noneMatch(text -> GAP.matcher(text).find());
    }

    @ParameterizedTest
    @EnumSource
    void every_command_is_an_operation_with_an_example_that_would_be_accepted(CommandName name) {
        var operation = post(name);
        assertThat(operation.get("operationId").stringValue()).isEqualTo(name.name());
        assertThat(operation.get("summary").stringValue()).isNotBlank();
        var content = operation.get("requestBody").get("content").get("application/json");
        var example = content.get("examples").get("example").get("value");
        var given = CommandBodies.bind(name, (ObjectNode) example);
        assertThat(given.command()).isInstanceOf(name.type());
        assertThat(Conformance.faults(example, content.get("schema"), document)).isEmpty();
        assertThat(Conformance.faults(
                        ((ObjectNode) example.deepCopy()).put("extra", 1), content.get("schema"), document))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_command_names_its_headers_parameters_and_problems(CommandName name) {
        var operation = post(name);
        assertThat(operation.get("parameters"))
                .extracting(parameter -> parameter.get("$ref").stringValue())
                .contains(
                        "#/components/parameters/Idempotency-Key",
                        "#/components/parameters/If-Match",
                        "#/components/parameters/dryRun");
        var responses = operation.get("responses");
        assertThat(responses.propertyNames())
                .contains("400", "401", "403", "406", "409", "412", "413", "415", "422", "429", "500", "503");
        assertThat(responses.has("404")).isEqualTo(name != CommandName.RegisterCase);
        assertThat(responses
                        .get(name == CommandName.RegisterCase ? "201" : "200")
                        .get("headers")
                        .propertyNames())
                .contains("ETag", "Case-Version", "Idempotency-Replayed");
    }

    /** Whatever is asked of an application that was withdrawn, or has lapsed. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "GrantFeeException",
                "DeferMedically",
                "DeferCase",
                "RecordMedicalResult",
                "RequestAdvisoryOpinion",
                "SupervisorReverse",
                "SupervisorRefer",
                "RecordReviewConsultation"
            })
    void commands_on_applications_that_ended_say_that_they_are_rejected(CommandName name) {
        assertThat(post(name).at("/responses/422/content/application~1problem+json/examples/BAD_STATE/value/code"))
                .isEqualTo(StringNode.valueOf("BAD_STATE"));
    }

    @Test
    void every_rejection_of_the_law_is_some_commands() {
        var named = new HashSet<String>();
        for (var name : CommandName.values()) {
            post(name)
                    .get("responses")
                    .get("422")
                    .get("content")
                    .get("application/problem+json")
                    .get("examples")
                    .propertyNames()
                    .forEach(named::add);
        }
        document.get("paths")
                .get("/api/v1/quasi-refusals")
                .get("post")
                .get("responses")
                .get("422")
                .get("content")
                .get("application/problem+json")
                .get("examples")
                .propertyNames()
                .forEach(named::add);
        assertThat(named)
                .containsAll(Arrays.stream(RejectionCode.values())
                        .map(RejectionCode::name)
                        .toList());
    }

    @Test
    void every_example_of_a_problem_is_one() {
        var examples = document.findValues("application/problem+json");
        assertThat(examples).hasSizeGreaterThan(300);
        for (var media : examples) {
            for (var example : media.get("examples")) {
                assertThat(Conformance.faults(example.get("value"), media.get("schema"), document))
                        .isEmpty();
            }
        }
    }

    @Test
    void every_path_is_described_and_every_description_has_its_path() {
        var real = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1"))
                        .flatMap(ApiDescriptionTest::described)
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method.name().toLowerCase(Locale.ROOT) + " " + path))));
        // one controller takes all of them
        assertThat(real.remove("post " + CASES + "/{caseId}/commands/{command}"))
                .isTrue();
        for (var name : CommandName.values()) {
            real.add("post " + pathOf(name));
        }
        var described = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> described.add(method + " " + path.getKey())));
        assertThat(described).isEqualTo(real);
    }

    /** No parameter of the description has slashes, so the one path that goes on has several there. */
    private static Stream<String> described(String path) {
        return path.endsWith("/tile/{*path}")
                ? TileDescriptionTest.SHAPES.stream().map(shape -> path.replace("{*path}", shape))
                : Stream.of(path);
    }

    @Test
    void every_reference_leads_somewhere_and_every_operation_has_its_own_name() {
        for (var reference : document.findValuesAsString("$ref")) {
            at(reference);
        }
        var ids = document.findValuesAsString("operationId");
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void path_parameters_are_declared() {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    for (var name : List.of("caseId", "code")) {
                        var used = path.getKey().contains("{" + name + "}");
                        var declared = operation
                                .path("parameters")
                                .valueStream()
                                .anyMatch(parameter ->
                                        parameter.path("$ref").asString("").equals("#/components/parameters/" + name));
                        assertThat(declared).as(path.getKey() + " " + name).isEqualTo(used);
                    }
                }));
    }

    @Test
    void every_operation_says_what_it_does_in_a_line_and_at_length() {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    for (var text : List.of("summary", "description")) {
                        assertThat(operation.getValue().path(text).asString(""))
                                .as("%s of %s %s", text, operation.getKey(), path.getKey())
                                .isNotBlank();
                    }
                }));
    }

    @Test
    void what_is_sent_to_receivers_is_described_beside_what_is_asked() {
        var sent = document.at("/webhooks/event/post");
        assertThat(sent.get("parameters")).allSatisfy(parameter -> {
            assertThat(parameter.get("in").stringValue()).isEqualTo("header");
            assertThat(parameter.get("required").booleanValue()).isTrue();
        });
        assertThat(sent.get("parameters"))
                .extracting(parameter -> parameter.get("name").stringValue())
                .containsExactly("webhook-id", "webhook-timestamp", "webhook-signature");
        assertThat(sent.at("/requestBody/content/application~1cloudevents+json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/CloudEvent");
        assertThat(sent.get("responses").propertyNames()).containsExactlyInAnyOrder("2XX", "410", "default");
        assertThat(sent.get("security")).isEmpty();
    }
}
