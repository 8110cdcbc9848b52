package consular.cases.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole or not at all. */
@Timeout(60)
class DownloadTest {

    private static final Patience BRIEF = patience(3, Duration.ofSeconds(20));

    private static Patience patience(int attempts, Duration silence) {
        return new Patience(attempts, Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofSeconds(20), silence);
    }

    @TempDir
    private Path folder;

    private Path file;
    private ScriptedService service;
    private CaseClient client;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("case-log.zip");
        service = new ScriptedService();
        client = CaseClient.of(service.uri(), Credentials.basic("auditor", "local"), BRIEF);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    private void download() {
        client.download("/audit/export", Map.of(), "application/zip", file);
    }

    /** A part of what was promised. */
    private ScriptedService thenBreakOff() {
        return service.then(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            throw new IOException("broken off");
        });
    }

    private void assertNothingElseIsThere() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).allMatch(file::equals);
        }
    }

    @Test
    void one_that_breaks_off_begins_anew() throws IOException {
        thenBreakOff().then(503, "{\"status\": 503}", "Retry-After", "0").then(200, "the whole log");
        download();
        assertThat(file).hasContent("the whole log");
        assertThat(service.asked())
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.header("Accept")).isEqualTo("application/zip"));
        assertNothingElseIsThere();
    }

    @Test
    void one_on_which_nothing_comes_counts_as_broken_off() {
        service.thenStreamAndSilence("part");
        // as often as this machine may stand still for so long that another answer counts as broken off
        for (var answer = 0; answer < 5; answer++) {
            service.then(200, "the whole log");
        }
        try (var impatient = CaseClient.of(
                service.uri(), Credentials.basic("auditor", "local"), patience(6, Duration.ofMillis(500)))) {
            impatient.download("/audit/export", Map.of(), "application/zip", file);
        }
        assertThat(file).hasContent("the whole log");
        assertThat(service.asked()).hasSizeGreaterThan(1);
    }

    @Test
    void one_that_stays_broken_leaves_what_was_there() throws IOException {
        Files.writeString(file, "yesterday's");
        thenBreakOff();
        thenBreakOff();
        thenBreakOff();
        assertThatThrownBy(this::download).isInstanceOf(ServiceUnreachableException.class);
        assertThat(file).hasContent("yesterday's");
        assertNothingElseIsThere();
    }

    @Test
    void a_no_is_told_at_once() throws IOException {
        service.then(403, "{\"status\": 403, \"code\": \"FORBIDDEN_POST\"}");
        assertThatThrownBy(this::download).isInstanceOf(ProblemException.class).hasMessageContaining("FORBIDDEN_POST");
        assertThat(file).doesNotExist();
        assertNothingElseIsThere();
    }

    @Test
    void a_file_that_can_not_be_written_is_not_tried_again() {
        file = folder.resolve("no").resolve("such").resolve("folder");
        assertThatThrownBy(this::download).isInstanceOf(UncheckedIOException.class);
        assertThat(service.asked()).isEmpty();
    }
}
