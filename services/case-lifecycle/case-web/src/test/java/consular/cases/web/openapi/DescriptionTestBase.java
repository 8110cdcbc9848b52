package consular.cases.web.openapi;

import consular.cases.domain.CommandName;
import consular.cases.web.WebTestBase;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** A test that reads the description of the API. */
abstract class DescriptionTestBase extends WebTestBase {
    JsonNode document = NullNode.getInstance();

    @BeforeEach
    void fetch() {
        document = api.as("").get("/v3/api-docs").isStatus(200).json();
    }

    static String pathOf(CommandName name) {
        return name == CommandName.RegisterCase ? CASES : CASES + "/{caseId}/commands/" + name;
    }

    /** The content of an operation's body, in JSON. */
    JsonNode bodyOf(String path) {
        return document.get("paths")
                .get(path)
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/json");
    }
}
