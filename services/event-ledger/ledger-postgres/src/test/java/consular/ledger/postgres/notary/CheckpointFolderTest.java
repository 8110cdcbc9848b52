package consular.ledger.postgres.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {

    private static final int LAST = 10;
    private static final int ROUNDS = 60;
    private static final int FAILED = 3;

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
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("nothing is left over")
                    .containsExactlyInAnyOrder("7", "9", "latest", ".lock");
        }
    }

    /** A process that may write no longer files finds what one on a full disk does. */
    @Test
    void nothing_is_left_over_of_one_that_cannot_be_written() throws Exception {
        var folder = Files.createDirectory(temporary.resolve("full"));
        var limited =
                process(List.of("bash", "-c", "ulimit -f 1; exec \"$@\"", "limited"), "tooLong", folder.toString());
        assertThat(limited.waitFor()).isEqualTo(FAILED);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly(".lock");
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
        checkpoints.publish(8, "log\n8\n");
        assertThat(temporary.resolve("latest")).as("8 is not the last").isEmptyFile();
        checkpoints.publish(11, "log\n11\n");
        assertThat(temporary.resolve("latest")).hasContent("log\n11\n");
    }

    @Test
    void nor_where_two_publish_at_once() throws Exception {
        try (var node = Executors.newSingleThreadExecutor()) {
            var other = node.submit(() -> {
                publishAll(temporary, 0);
                return true;
            });
            publishAll(temporary, 1);
            assertThat(other.get()).isTrue();
        }
        assertNoneWentBack();
    }

    @Test
    void nor_where_they_are_two_processes() throws Exception {
        var other = process(List.of(), "publish", temporary.toString());
        publishAll(temporary, 1);
        assertThat(other.waitFor()).isZero();
        assertNoneWentBack();
    }

    private void assertNoneWentBack() {
        for (var round = 0; round < ROUNDS; round++) {
            assertThat(temporary.resolve("round-" + round).resolve("latest")).hasContent("log\n" + LAST + "\n");
        }
    }

    private static Process process(List<String> before, String... arguments) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                CheckpointFolderTest.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Another process. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[1]);
        if (arguments[0].equals("publish")) {
            publishAll(folder, 0);
            return;
        }
        try {
            new CheckpointFolder(folder).publish(7, "log\n7\n" + "x".repeat(1 << 16));
        } catch (UncheckedIOException _) {
            System.exit(FAILED);
        }
    }

    /** Every other size; the two begin each round together. */
    private static void publishAll(Path temporary, int first) throws IOException {
        for (var round = 0; round < ROUNDS; round++) {
            Files.createFile(temporary.resolve("ready-" + round + "-" + first));
            var other = temporary.resolve("ready-" + round + "-" + (1 - first));
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!Files.exists(other)) {
                assertThat(System.nanoTime()).as("the other is there").isLessThan(end);
                Thread.onSpinWait();
            }
            var checkpoints = new CheckpointFolder(temporary.resolve("round-" + round));
            for (var size = first; size <= LAST; size += 2) {
                checkpoints.publish(size, "log\n" + size + "\n");
            }
        }
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
