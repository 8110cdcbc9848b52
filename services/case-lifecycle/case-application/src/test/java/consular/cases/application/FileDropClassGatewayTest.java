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
        assertThat(files()).containsExactly("entry-1.json");
        var json = CaseJson.mapper().readTree(Files.readString(folder.resolve("entry-1.json")));
        assertThat(json.get("entryId").asString()).isEqualTo("entry-1");
        assertThat(json.get("kind").asString()).isEqualTo("HARD");
        assertThat(json.get("grounds").get(0).asString()).isEqualTo("212(a)(4)");
        assertThat(json.get("dateOfBirth").asString()).isEqualTo("1990-01-01");
    }

    @Test
    void a_message_given_again_changes_nothing() throws IOException {
        gateway().send(message("Santos"));
        var first = Files.readString(folder.resolve("entry-1.json"));
        gateway().send(message("Another"));
        assertThat(files()).containsExactly("entry-1.json");
        assertThat(Files.readString(folder.resolve("entry-1.json"))).isEqualTo(first);
    }

    @Test
    void the_folder_is_made_when_it_is_not_there() {
        new FileDropClassGateway(folder.resolve("a/b")).send(message("Santos"));
        assertThat(folder.resolve("a/b/entry-1.json")).exists();
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
        return new ClassRecord.OfRefusal(
                "entry-1",
                ClassMessage.ENTRY,
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
