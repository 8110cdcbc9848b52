package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description is checked in, so that a change of the interface is seen in the change that makes it, and held against the one
 * of the last release. Write it anew with {@code -Dreference.write=true}; at a release also with {@code -Dreleased.write=true}.
 */
class OpenApiPageTest extends DescriptionTestBase {
    private static final Path PAGE = Path.of("../docs/reference/openapi.json");
    private static final Path RELEASED = Path.of("src/test/resources/released/openapi.json.gz");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The page is read where no service is, so what is relative would lead nowhere; {@link DescribedServerTest} has what is served. */
    private JsonNode described() {
        var page = (ObjectNode) document.deepCopy();
        page.putArray("servers")
                .addObject()
                .put("url", "http://127.0.0.1:8080")
                .put("description", "as `ops/run` starts it");
        return page;
    }

    private static JsonNode released() throws IOException {
        try (var text = new GZIPInputStream(Files.newInputStream(RELEASED))) {
            return JSON.readTree(text);
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    @Test
    void the_page_that_is_checked_in_is_what_the_service_says() throws IOException {
        var described = described();
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(PAGE, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(described) + "\n");
        }
        assertThat(read(PAGE))
                .as("stale: write it anew with -Dreference.write=true")
                .isEqualTo(described);
    }

    @Test
    void what_clients_of_the_last_release_do_they_can_do_still() throws IOException {
        var described = described();
        if (Boolean.getBoolean("released.write")) {
            Files.createDirectories(RELEASED.getParent());
            try (var zipped = new GZIPOutputStream(Files.newOutputStream(RELEASED))) {
                zipped.write(JSON.writeValueAsBytes(described));
            }
        }
        assertThat(ApiChanges.breaking(released(), described))
                .as("what breaks is for another version of the interface, beside this one")
                .isEmpty();
    }
}
