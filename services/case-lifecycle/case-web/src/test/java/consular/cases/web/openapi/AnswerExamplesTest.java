package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever builds on the description sees of every answer what it looks like, and of every message that is sent. */
class AnswerExamplesTest extends DescriptionTestBase {
    private final ArrayList<String> faults = new ArrayList<>();
    private final TreeSet<String> used = new TreeSet<>();

    private JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? document.at(part.get("$ref").stringValue().substring(1)) : part;
    }

    /** The operations at a path; a message that is sent is one as well. */
    private static Stream<JsonNode> operations(JsonNode paths) {
        return paths.valueStream().flatMap(JsonNode::valueStream);
    }

    private void check(String place, JsonNode media) {
        if (media.path("examples").isEmpty()) {
            faults.add(place + " has no example");
        }
        for (var reference : media.path("examples")) {
            used.add(reference.get("$ref").stringValue());
            var value = resolved(reference).get("value");
            Conformance.faults(value, media.get("schema"), document).forEach(fault -> faults.add(place + fault));
        }
    }

    @Test
    void every_answer_that_succeeds_has_an_example_that_keeps_to_its_schema() {
        var answers = new ArrayList<String>();
        operations(document.get("paths"))
                .forEach(operation -> operation.get("responses").properties().stream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .forEach(answer -> answer.getValue().path("content").properties().stream()
                                .filter(media -> media.getKey().contains("json"))
                                .forEach(media -> {
                                    var place = operation.get("operationId").stringValue() + " " + answer.getKey();
                                    answers.add(place);
                                    check(place, media.getValue());
                                })));
        assertThat(answers).hasSizeGreaterThan(100);
        operations(document.get("webhooks"))
                .forEach(operation -> operation.at("/requestBody/content").forEach(media -> check("webhook", media)));
        assertThat(faults).isEmpty();
        assertThat(used)
                .as("no example is of nothing")
                .containsExactlyInAnyOrderElementsOf(document.at("/components/examples").propertyNames().stream()
                        .map(name -> "#/components/examples/" + name)
                        .toList());
    }

    @Test
    void nothing_in_the_file_is_left_over() throws IOException {
        try (var json = AnswerExamples.class.getResourceAsStream("answer-examples.json")) {
            var shown = document.at("/components/examples").propertyNames();
            for (var name : JsonMapper.shared().readTree(json).propertyNames()) {
                assertThat(shown).containsAnyOf(name, name + "Page");
            }
        }
    }

    @Test
    void every_shared_parameter_has_an_example_that_keeps_to_its_schema() {
        document.at("/components/parameters")
                .properties()
                .forEach(parameter -> assertThat(Conformance.faults(
                                parameter.getValue().path("example"),
                                parameter.getValue().get("schema"),
                                document))
                        .as(parameter.getKey())
                        .isEmpty());
    }
}
