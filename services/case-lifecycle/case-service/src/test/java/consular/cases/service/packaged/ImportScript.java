package consular.cases.service.packaged;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ops/import}, run as a person would. */
final class ImportScript {
    private static final Path SCRIPT = Path.of("..", "..", "..", "ops", "import");

    /** How the script ended, and what it printed, faults as well. */
    record End(int status, String printed) {}

    private ImportScript() {}

    /** Runs it to its end; nobody is there to type a password. */
    static End run(URI service, Map<String, String> environment, Path file, String... options) throws Exception {
        var command =
                new ArrayList<>(List.of(SCRIPT.toRealPath().toString(), file.toString(), "--url", service.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), printed);
    }
}
