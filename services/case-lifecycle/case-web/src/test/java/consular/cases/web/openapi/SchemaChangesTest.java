package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What breaks those who rely on a schema is told from what does not. */
class SchemaChangesTest {
    private static final String SCHEMA = """
        {"type": "object", "required": ["post", "when"], "properties": {
           "post": {"type": "string"},
           "when": {"type": "string", "format": "date"},
           "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
           "kind": {"type": "string", "x-extensible-enum": ["A", "B"]},
           "lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}}},
         "$defs": {"Line": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}}}
        """;

    private static List<String> changed(String part, String other) {
        assertThat(SCHEMA).contains(part);
        var json = JsonMapper.shared();
        return SchemaChanges.breaking(json.readTree(SCHEMA), json.readTree(SCHEMA.replace(part, other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"post\": {\"type\": \"string\"},; ",
                "[\"post\", \"when\"]; [\"post\"]",
                "\"post\": {\"type\": \"string\"}; \"post\": {\"type\": \"integer\"}",
                "\"post\": {\"type\": \"string\"}; \"post\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\":"
                        + " \"null\"}]}",
                "{\"type\": \"null\"}; {\"type\": \"integer\"}",
                "\"date\"; \"date-time\"",
                "[\"A\", \"B\"]; [\"A\"]",
                "\"required\": [\"n\"], \"properties\"; \"properties\"",
                "\"integer\"; \"number\""
            })
    void it_breaks_when_something_goes_or_becomes_something_else(String part, String other) {
        assertThat(changed(part, other == null ? "" : other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"post\": {\"type\": \"string\"}; \"post\": {\"type\": \"string\"}, \"more\": {\"type\": \"boolean\"}",
                "[\"post\", \"when\"]; [\"post\", \"when\", \"note\"]",
                "[\"A\", \"B\"]; [\"A\", \"B\", \"C\"]",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"null\"}]}; {\"anyOf\": [{\"type\": \"string\"}]}"
            })
    void it_holds_when_something_is_added_or_narrowed(String part, String other) {
        assertThat(changed(part, other)).isEmpty();
    }

    @Test
    void a_schema_breaks_nothing_of_its_own() {
        assertThat(changed("Line", "Line")).isEmpty();
    }
}
