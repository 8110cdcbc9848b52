package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What breaks clients is told from what does not. */
class ApiChangesTest {
    private static final String DOCUMENT = """
        {"paths": {"/cases": {
           "get": {"operationId": "readCases", "parameters": [
               {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 500}},
               {"$ref": "#/components/parameters/post"}],
             "responses": {
               "200": {"headers": {"ETag": {}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}},
               "304": {"description": "known"},
               "403": {"content": {"application/problem+json": {"examples": {"FORBIDDEN_POST": {}}}}},
               "422": {"content": {"application/problem+json": {"examples": {"BAD_STATE": {}}}}}}},
           "post": {"operationId": "RegisterCase",
             "requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["post"], "properties": {
                "post": {"type": "string", "maxLength": 64},
                "kind": {"type": "string", "enum": ["A", "B"]},
                "note": {"anyOf": [{"type": "string"}, {"type": "null"}]}}}}}},
             "responses": {"201": {"description": "done"}}}}},
         "components": {
           "parameters": {"post": {"name": "post", "in": "query", "schema": {"type": "string"}}},
           "schemas": {"Page": {"type": "object", "required": ["items"], "properties": {
              "items": {"type": "array", "items": {"$ref": "#/components/schemas/Row"}},
              "last": {"anyOf": [{"$ref": "#/components/schemas/Shut"}, {"$ref": "#/components/schemas/Opened"}]}}},
            "Row": {"type": "object", "required": ["caseId", "state"], "properties": {
              "caseId": {"type": "string", "format": "uuid"},
              "state": {"type": "string", "enum": ["OPEN", "SHUT"]},
              "type": {"type": "string"},
              "payload": {"anyOf": [{"$ref": "#/components/schemas/Opened"}, {"$ref": "#/components/schemas/Shut"}]}}},
            "Opened": {"type": "object", "required": ["on"], "properties": {"on": {"type": "string"}}},
            "Shut": {"type": "object", "required": ["by"], "properties": {"by": {"type": "string"}}}}}}
        """;

    private static List<String> changed(String part, String other) {
        assertThat(DOCUMENT).contains(part);
        var json = JsonMapper.shared();
        return ApiChanges.breaking(
                json.readTree(DOCUMENT), json.readTree(DOCUMENT.replace(part, other == null ? "" : other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"get\": {; \"put\": {",
                "\"/cases\"; \"/files\"",
                "\"readCases\"; \"listCases\"",
                "\"name\": \"limit\"; \"name\": \"size\"",
                "\"maximum\": 500; \"maximum\": 100",
                "\"name\": \"post\", \"in\": \"query\"; \"name\": \"post\", \"in\": \"query\", \"required\": true",
                "\"name\": \"post\", \"in\": \"query\"; \"name\": \"post\", \"in\": \"header\"",
                "{\"headers\": {\"ETag\": {}}, ; {",
                "\"200\"; \"202\"",
                "\"304\": {\"description\": \"known\"},; ",
                "\"403\": {; \"404\": {",
                "\"requestBody\": {; \"requestBody\": {\"required\": true, ",
                "\"maxLength\": 64; \"maxLength\": 32",
                "\"note\": {\"anyOf\": [{\"type\": \"string\"}; \"note\": {\"anyOf\": [{\"type\": \"string\","
                        + " \"maxLength\": 19999}",
                "[\"A\", \"B\"]; [\"A\"]",
                "\"kind\": {; \"sort\": {",
                "[\"post\"]; [\"post\", \"kind\"]",
                "{\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"null\"}]}; {\"type\": \"string\"}",
                "[\"caseId\", \"state\"]; [\"caseId\"]",
                "\"uuid\"; \"uri\"",
                "schemas/Shut\"}]; schemas/Shut\"}, {\"type\": \"integer\"}]",
                // another name for a kind
                "schemas/Shut\"}]}}},; schemas/Lost\"}]}}}, \"Lost\":"
                        + " {\"type\": \"object\", \"required\": [\"at\"], \"properties\": {\"at\": {\"type\":"
                        + " \"string\"}}},",
                // a third kind where no name tells which
                "schemas/Opened\"}]}}},; schemas/Opened\"}, {\"$ref\": \"#/components/schemas/Lost\"}]}}}, \"Lost\":"
                        + " {\"type\": \"object\", \"required\": [\"at\"], \"properties\": {\"at\": {\"type\":"
                        + " \"string\"}}},",
                // a kind that looks like another
                "[\"on\"], \"properties\": {\"on\"; [\"by\"], \"properties\": {\"by\"",
                "{\"on\": {\"type\": \"string\"}}; {\"on\": {\"type\": \"integer\"}}",
                "\"state\": {\"type\": \"string\"; \"state\": {\"type\": \"integer\"",
                "\"caseId\": {\"type\": \"string\", \"format\": \"uuid\"}; \"caseId\": {\"anyOf\": [{\"type\":"
                        + " \"string\", \"format\": \"uuid\"}, {\"type\": \"null\"}]}"
            })
    void it_breaks_when_something_goes_or_is_asked_for_or_is_something_else(String part, String other) {
        assertThat(changed(part, other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"maximum\": 500; \"maximum\": 1000",
                "\"note\": {\"anyOf\": [{\"type\": \"string\"}; \"note\": {\"anyOf\": [{\"type\": \"string\","
                        + " \"maxLength\": 20000}",
                "\"maxLength\": 64; \"maxLength\": 65",
                "[\"A\", \"B\"]; [\"A\", \"B\", \"C\"]",
                "\"required\": [\"post\"]; \"required\": []",
                "schemas/Shut\"}]}}},; schemas/Shut\"}, {\"$ref\": \"#/components/schemas/Lost\"}]}}}, \"Lost\":"
                        + " {\"type\": \"object\", \"required\": [\"at\"], \"properties\": {\"at\": {\"type\":"
                        + " \"string\"}}},",
                "[\"OPEN\", \"SHUT\"]; [\"OPEN\", \"SHUT\", \"LOST\"]",
                "\"caseId\": {\"type\"; \"more\": {\"type\": \"integer\"}, \"caseId\": {\"type\"",
                "{\"FORBIDDEN_POST\": {}}; {\"FORBIDDEN_POST\": {}, \"FORBIDDEN_ROLE\": {}}",
                "{\"name\": \"limit\"; {\"name\": \"more\", \"in\": \"query\", \"schema\": {}}, {\"name\": \"limit\""
            })
    void it_holds_when_more_is_taken_or_told(String part, String other) {
        assertThat(changed(part, other)).isEmpty();
    }

    @Test
    void a_description_breaks_nothing_of_its_own() {
        assertThat(changed("Row", "Row")).isEmpty();
    }
}
