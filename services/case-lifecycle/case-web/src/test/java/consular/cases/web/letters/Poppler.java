package consular.cases.web.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Poppler's command-line tools, which read a PDF with other code than that which wrote it. */
final class Poppler {
    private static final String MISSING = "pdftotext and pdfinfo of Poppler are missing: install poppler-utils"
            + " (apt-get install poppler-utils, brew install poppler)";

    private Poppler() {}

    /** Where the tools are missing a test can't say anything; but what checks every change must have them. */
    static void required() {
        if (!isInstalled()) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail(MISSING);
            }
            abort(MISSING);
        }
    }

    private static boolean isInstalled() {
        var folders = System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator"), -1);
        return Stream.of("pdftotext", "pdfinfo")
                .allMatch(tool -> Arrays.stream(folders).anyMatch(it -> Files.isExecutable(Path.of(it, tool))));
    }

    /** The text in reading order. */
    static String text(Path pdf) throws IOException, InterruptedException {
        return run("pdftotext", "-enc", "UTF-8", pdf.toString(), "-");
    }

    /** What a reader is told of the file, line by line. */
    static List<String> info(Path pdf) throws IOException, InterruptedException {
        return run("pdfinfo", "-enc", "UTF-8", pdf.toString()).lines().toList();
    }

    /** What a tool says, which has nothing to complain of. */
    private static String run(String... command) throws IOException, InterruptedException {
        var complaints = Files.createTempFile("poppler", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(complaints.toFile())
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s", String.join(" ", command)).isZero();
            assertThat(complaints).isEmptyFile();
            return said;
        } finally {
            Files.delete(complaints);
        }
    }
}
