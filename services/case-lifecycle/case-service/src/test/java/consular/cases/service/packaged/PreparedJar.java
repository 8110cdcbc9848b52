package consular.cases.service.packaged;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The jar that the build made as {@code ops/run} starts it: extracted, and with an ahead-of-time cache of its classes, which halves the
 * processor time of each of some fifty starts. The first test of a build that starts the service waits for it.
 */
final class PreparedJar {
    /** Compiled code is not worth its time where a process lives for seconds; a cache is for the flags that it was made under. */
    static final String FLAG = "-XX:TieredStopAtLevel=1";

    private static final int LONGEST_MINUTES = 5;

    private PreparedJar() {}

    /** How Java starts the jar as it is. */
    static List<String> plain() {
        return List.of(FLAG, "-jar", jar().toString());
    }

    /** How Java starts it prepared. */
    static synchronized List<String> command() {
        try {
            var all = Path.of("target", "prepared").toAbsolutePath();
            var mine = all.resolve(checksum());
            var app = mine.resolve("case-service.jar");
            var cache = mine.resolve("classes.aot");
            if (!Files.exists(cache)) {
                FileSystemUtils.deleteRecursively(all);
                extract(mine);
                train(app, cache, all.resolve("training"));
            }
            return List.of(FLAG, "-XX:AOTCache=" + cache, "-jar", app.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path jar() {
        var jar = Path.of("target", "case-service.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.toAbsolutePath() + " is not there: package the module first");
        }
        return jar.toAbsolutePath();
    }

    /** Its time is that of the release, so what is in it tells whether it is another. */
    private static String checksum() throws IOException {
        var checksum = new CRC32();
        try (var in = new CheckedInputStream(Files.newInputStream(jar()), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Long.toHexString(checksum.getValue());
    }

    private static void extract(Path into) throws IOException {
        var process = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar().toString(),
                        "extract",
                        "--destination",
                        into.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!ended(process) || process.exitValue() != 0) {
            throw new IllegalStateException("the jar could not be extracted");
        }
    }

    /** A start like any other, whose classes are kept as it ends. */
    private static void train(Path app, Path cache, Path folder) throws IOException {
        Files.createDirectories(folder);
        var training = PackagedService.start(
                List.of(FLAG, "-XX:AOTCacheOutput=" + cache, "-jar", app.toString()), "simulation", folder, Map.of());
        HttpCase.register(training, "MNL");
        training.end(TimeUnit.MINUTES.toSeconds(LONGEST_MINUTES));
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no classes were kept:\n" + training.log());
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
