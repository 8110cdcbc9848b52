package consular.ledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.export.SampleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The jar as an auditor has it: alone, in a process of its own. */
class PackagedVerifierIT {

    private static final Path JAR = Path.of("target", "ledger-verifier.jar").toAbsolutePath();
    private static final SampleLog LOG = SampleLog.of(3000, 40, 256);

    @TempDir
    private Path folder;

    private final Evidence evidence = Evidence.of(LOG);
    private Path key = Path.of("");

    @BeforeEach
    void write_the_key() throws IOException {
        key = evidence.key(folder.resolve("key"));
    }

    private Run jar(Object... words) throws IOException, InterruptedException {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = Stream.concat(Stream.of(java, "-Xmx128m", "-jar", JAR), Stream.of(words))
                .map(String::valueOf)
                .toList();
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    @Test
    void an_honest_export_is_sound() throws IOException, InterruptedException {
        Files.write(folder.resolve("export.zip"), LOG.export());
        var run = jar("verify", "export.zip", "--key", "key");
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("SOUND ").contains("events       3000 of 40 streams", "contents     3000 are");
    }

    @Test
    void an_honest_case_file_is_sound() throws IOException, InterruptedException {
        Files.write(
                folder.resolve("case.json"),
                LOG.caseFile(LOG.entry(0).streamId()).bytes());
        var run = jar("verify-case", "case.json", "--key", "key", "--json");
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out()).startsWith("{\"verdict\":\"sound\"");
    }

    @ParameterizedTest
    @EnumSource
    void tampering_is_found_and_the_entry_named(Tampering tampering) throws IOException, InterruptedException {
        tampering.spoil(evidence, 1234);
        var run = jar("verify", evidence.archive(folder.resolve("export.zip")), "--key", key);
        assertThat(run.status()).as(run.toString()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().findFirst().orElseThrow())
                .startsWith("BROKEN ")
                .contains("entry 1234 ");
    }

    @Test
    void what_it_cannot_do_is_said_in_one_line() throws IOException, InterruptedException {
        assertThat(jar("verify", "none.zip", "--key", "key"))
                .isEqualTo(new Run(
                        2, "", "ledger-verifier: none.zip is not there, or may not be read (--help says more)\n"));
        assertThat(jar().status()).isEqualTo(2);
    }

    @Test
    void holds_the_core_and_nothing_of_others() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().filter(file -> !file.isDirectory()).map(file -> file.getName()))
                    .allMatch(name -> name.startsWith("consular/ledger/core/")
                            || name.startsWith("consular/ledger/verifier/")
                            || name.startsWith("META-INF/"))
                    .contains("consular/ledger/core/tree/CompactRange.class");
            assertThat(List.of(jar.getManifest().getMainAttributes().getValue("Main-Class")))
                    .containsExactly(LedgerVerifier.class.getName());
        }
    }
}
