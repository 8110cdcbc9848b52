package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.RefusalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file for each message, whole or not at all. */
class FileDropClassGatewayTest {
    @TempDir
    private Path folder;

    @Test
    void a_message_becomes_one_file_under_its_id_and_nothing_is_left_beside_it() throws IOException {
        gateway().send(message("Santos"));
        assertThat(files()).containsExactly("refusal-1-ENTRY.json");
        var json = CaseJson.mapper().readTree(Files.readString(folder.resolve("refusal-1-ENTRY.json")));
        assertThat(json.get("entryId").asString()).isEqualTo("refusal-1-ENTRY");
        assertThat(json.get("kind").asString()).isEqualTo("HARD");
        assertThat(json.get("grounds").get(0).asString()).isEqualTo("212(a)(4)");
        assertThat(json.get("dateOfBirth").asString()).isEqualTo("1990-01-01");
    }

    @Test
    void a_message_given_again_changes_nothing() throws IOException {
        gateway().send(message("Santos"));
        var first = Files.readString(folder.resolve("refusal-1-ENTRY.json"));
        gateway().send(message("Another"));
        assertThat(files()).containsExactly("refusal-1-ENTRY.json");
        assertThat(Files.readString(folder.resolve("refusal-1-ENTRY.json"))).isEqualTo(first);
    }

    @Test
    void a_deletion_takes_along_an_entry_that_nobody_has_taken_yet() throws IOException {
        gateway().send(message("Santos"));
        gateway().send(message(ClassMessage.DELETION, "erased"));
        assertThat(files()).containsExactly("refusal-1-DELETION.json");
    }

    @Test
    void no_entry_comes_after_its_deletion() throws IOException {
        gateway().send(message(ClassMessage.DELETION, "erased"));
        gateway().send(message("Santos"));
        assertThat(files()).containsExactly("refusal-1-DELETION.json");
    }

    @Test
    void the_folder_is_made_when_it_is_not_there() {
        new FileDropClassGateway(folder.resolve("a/b")).send(message("Santos"));
        assertThat(folder.resolve("a/b/refusal-1-ENTRY.json")).exists();
    }

    @Test
    void what_can_not_be_written_is_not_acknowledged() throws IOException {
        var gateway = gateway();
        Files.delete(folder);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> gateway.send(message("Santos")))
                .withMessageNotContaining("Santos");
    }

    private FileDropClassGateway gateway() {
        return new FileDropClassGateway(folder);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(it -> folder.relativize(it).toString()).toList();
        }
    }

    private static ClassRecord message(String familyName) {
        return message(ClassMessage.ENTRY, familyName);
    }

    private static ClassRecord message(ClassMessage message, String familyName) {
        return new ClassRecord.OfRefusal(
                "refusal-1-" + message,
                message,
                ClassRecord.Kind.HARD,
                EventSamples.CASE,
                "MNL1",
                new PostCode("MNL"),
                new RefusalId("R1"),
                LocalDate.of(2024, 3, 5),
                List.of("212(a)(4)"),
                familyName,
                "Maria",
                LocalDate.of(1990, 1, 1),
                "PH");
    }
}
