package consular.ledger.postgres.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void each_checkpoint_is_a_file_and_the_last_is_there_under_a_name_of_its_own() throws IOException {
        var folder = temporary.resolve("not/there/yet");
        var checkpoints = new CheckpointFolder(folder);
        checkpoints.publish(7, "seven\n");
        checkpoints.publish(9, "nine\n");

        assertThat(folder.resolve("7")).hasContent("seven\n");
        assertThat(folder.resolve("9")).hasContent("nine\n");
        assertThat(folder.resolve("latest")).hasContent("nine\n");
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left over").hasSize(3);
        }
    }

    @Test
    void a_checkpoint_that_was_published_is_never_overwritten_and_another_over_as_many_events_is_told() {
        var checkpoints = new CheckpointFolder(temporary);
        checkpoints.publish(7, "log\n7\none\n");
        checkpoints.publish(7, "log\n7\none\n");
        assertThatThrownBy(() -> checkpoints.publish(7, "log\n7\nanother\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another checkpoint over 7 events");

        assertThat(temporary.resolve("7")).hasContent("log\n7\none\n");
        assertThat(temporary.resolve("latest")).hasContent("log\n7\none\n");
    }

    @Test
    void it_tells_the_last_one_also_when_the_file_of_that_name_is_gone() throws IOException {
        assertThat(new CheckpointFolder(temporary.resolve("none")).latest()).isEmpty();
        assertThat(new CheckpointFolder(temporary).latest()).isEmpty();
        var checkpoints = new CheckpointFolder(temporary);
        checkpoints.publish(9, "log\n9\n");
        checkpoints.publish(10, "log\n10\n");
        assertThat(checkpoints.latest()).hasValue("log\n10\n");
        Files.delete(temporary.resolve("latest"));
        assertThat(checkpoints.latest()).hasValue("log\n10\n");
    }

    /** As when two nodes share a folder, and one that has lost the lead publishes late. */
    @Test
    void the_last_one_never_goes_back() throws IOException {
        var checkpoints = new CheckpointFolder(temporary);
        checkpoints.publish(9, "log\n9\n");
        checkpoints.publish(7, "log\n7\n");

        assertThat(temporary.resolve("7")).hasContent("log\n7\n");
        assertThat(temporary.resolve("latest")).hasContent("log\n9\n");
        checkpoints.publish(10, "log\n10\n");
        assertThat(temporary.resolve("latest")).hasContent("log\n10\n");

        Files.writeString(temporary.resolve("latest"), "");
        checkpoints.publish(11, "log\n11\n");
        assertThat(temporary.resolve("latest")).hasContent("log\n11\n");
    }

    @Test
    void where_no_folder_can_be_it_says_so() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));
        var checkpoints = new CheckpointFolder(file);

        assertThatThrownBy(() -> checkpoints.publish(7, "seven\n"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("7 events");
    }
}
