package consular.cases.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the file that somebody approved. Run the tests with {@code -Dapprove=true} to write the files anew,
 * then read what changed in them before committing it.
 */
final class Approval {
    static final Path APPROVED = Path.of("src", "test", "resources", "approved");

    private Approval() {}

    static void check(String name, String actual) throws IOException {
        var file = APPROVED.resolve(name);
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(file, actual);
        }
        assertThat(file).as("approved file").exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
