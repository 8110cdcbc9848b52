package consular.ledger.verifier;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.export.SampleLog;
import consular.ledger.core.note.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerVerifierTest {

    private static final SampleLog LOG = SampleLog.of(600, 7, 100);

    private static final List<Integer> ERASED = IntStream.range(0, 600)
            .filter(number -> LOG.contents.get(number).isErased())
            .boxed()
            .toList();

    @TempDir
    private Path folder;

    private final Evidence evidence = Evidence.of(LOG);
    private Path key = Path.of("");

    @BeforeEach
    void write_the_key() throws IOException {
        key = evidence.key(folder.resolve("key"));
    }

    private Run verify(Object... more) throws IOException {
        var archive = Files.write(folder.resolve("export.zip"), LOG.export());
        return Run.of(Stream.concat(Stream.of("verify", archive, "--key", key), Stream.of(more))
                .toArray());
    }

    @Test
    void an_honest_export_is_sound_and_the_report_says_what_was_seen() throws IOException {
        var run = verify();
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().limit(10))
                .containsExactly(
                        "SOUND        every event is the one that was signed, in its place",
                        "events       600 of 7 streams",
                        "contents     600 are what their events commit to",
                        "erased       200 of these are without a secret part: compare them with the erasures on record",
                        "erased are   entries "
                                + ERASED.stream().limit(20).map(String::valueOf).collect(joining(", "))
                                + " and more up to 599, which --json names",
                        "checkpoints  6",
                        "root         " + root(),
                        "signed       600 events",
                        "key          " + LOG.signer.verifier(),
                        "signed by    %s: checkpoints 1 to 6, events 0 to 599"
                                .formatted(LOG.signer.verifier().reference()));
        assertThat(run.out()).contains("This does not show\n- that what was recorded is true");
    }

    private static String root() {
        var range = new consular.ledger.core.tree.CompactRange();
        LOG.entries.forEach(entry -> range.append(consular.ledger.core.tree.TreeHasher.leaf(entry)));
        return range.root().hex();
    }

    @Test
    void the_report_can_be_had_as_json() throws IOException {
        assertThat(verify("--json").out())
                .startsWith(
                        "{\"verdict\":\"sound\",\"finding\":null,\"warnings\":[],\"events\":600,\"streams\":7,\"contents\":600,\"erased\":200,\"erasedEntries\":"
                                + ERASED.stream().map("[%1$d,%1$d]"::formatted).collect(joining(",", "[", "],"))
                                + "\"checkpoints\":6,\"root\":\"" + root() + "\",\"signed\":600,\"keys\":[\""
                                + LOG.signer.verifier()
                                + "\"],\"signers\":[{\"keys\":[\""
                                + LOG.signer.verifier().reference()
                                + "\"],\"firstCheckpoint\":1,\"lastCheckpoint\":6,\"firstEvent\":0,\"size\":600}],\"doesNotShow\":[\"that"
                                + " what")
                .endsWith("\"]}\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void however_many_threads_share_the_work(int threads) throws IOException {
        assertThat(verify("--threads", threads).status()).isZero();
        Tampering.ALTER.spoil(evidence, 300);
        var run = Run.of(
                "verify", evidence.archive(folder.resolve("bad.zip")), "--key", key, "--json", "--threads", threads);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("\"logIndex\":300");
    }

    @Test
    void an_unpacked_export_is_verified_too() throws IOException {
        var run = Run.of("verify", evidence.folder(folder.resolve("unpacked")), "--key", key);
        assertThat(run.status()).as(run.toString()).isZero();
    }

    @Test
    void an_archive_that_was_packed_again_is_verified_too() throws IOException {
        assertThat(Run.of("verify", evidence.archive(folder.resolve("again.zip")), "--key", key)
                        .status())
                .isZero();
    }

    @Test
    void a_log_without_entries_is_sound() throws IOException {
        var empty = Evidence.of(SampleLog.of(0, 1, 1));
        var run = Run.of("verify", empty.archive(folder.resolve("e.zip")), "--key", empty.key(folder.resolve("k")));
        assertThat(run.status()).as(run.toString()).isZero();
    }

    @Test
    void one_of_several_keys_is_enough() throws IOException {
        var older = Keys.signer(SampleLog.ORIGIN).verifier();
        Files.writeString(key, older + "\r\n\n" + LOG.signer.verifier());
        assertThat(verify().status()).isZero();
        assertThat(verify().out()).doesNotContain("WARNING");
    }

    @Test
    void the_keys_in_the_export_count_for_nothing() throws IOException {
        Files.writeString(key, Keys.signer(SampleLog.ORIGIN).verifier() + "\n");
        var run = verify();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(
                        "BROKEN       checkpoints.jsonl: line 1 does not count: no key that is trusted has signed it,"
                                + " it names "
                                + LOG.signer.verifier().reference() + "\n"
                                + "WARNING      log.vkey differs from the keys that were given: do not use it.");
    }

    @Test
    void the_file_of_one_case_is_verified() throws IOException {
        var file = LOG.caseFile(LOG.entry(0).streamId());
        var path = Files.write(folder.resolve("case.json"), file.bytes());
        var run = Run.of("verify-case", path, "--key", key);
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out())
                .contains("events       %d of 1 streams".formatted(file.events().size()))
                .contains("no later events");
        Files.writeString(path, file.format().replaceFirst("officer-5", "officer-6"));
        var broken = Run.of("verify-case", path, "--key", key);
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.out()).startsWith("BROKEN       entry ").contains("is not in the log");
        Files.writeString(path, "{}");
        assertThat(Run.of("verify-case", path, "--key", key).out())
                .startsWith("BROKEN       case.json: it is no case file: ");
    }

    @Test
    void help_is_given() {
        assertThat(Run.of("--help")).isEqualTo(new Run(0, Arguments.USAGE, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "say verify or verify-case |",
                "there is no command check: say verify or verify-case | check",
                "what to verify is missing | verify --key KEY",
                "--key is missing | verify KEY",
                "--key names no file | verify KEY --key",
                "the evidence is given twice | verify KEY KEY --key KEY",
                "there is no option --fast | verify KEY --fast",
                "--threads takes a number from 1 to 256 | verify KEY --key KEY --threads",
                "--threads takes a number from 1 to 256 | verify KEY --key KEY --threads 0",
                "--threads takes a number from 1 to 256 | verify KEY --key KEY --threads 257",
                "none is not there, or may not be read | verify none --key KEY",
                "the key file none cannot be read | verify KEY --key none",
            })
    void a_mistake_of_the_caller_is_told_in_one_line(String why, String words) {
        var run = Run.of(
                words == null
                        ? new Object[0]
                        : words.replace("KEY", key.toString()).split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("ledger-verifier: " + why + " (--help says more)\n");
    }

    @Test
    void a_file_that_holds_no_keys_of_one_log_is_refused() throws IOException {
        for (var content : List.of(
                "",
                "nonsense",
                LOG.signer.verifier() + "\n" + Keys.signer("other").verifier())) {
            Files.writeString(key, content);
            var run = verify();
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("ledger-verifier: ")
                    .contains(" key")
                    .hasLineCount(1);
        }
    }
}
