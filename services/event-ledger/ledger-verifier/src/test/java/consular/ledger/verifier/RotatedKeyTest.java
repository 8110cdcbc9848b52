package consular.ledger.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.export.SampleLog;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that changed its key behind the second of its six checkpoints. */
class RotatedKeyTest {

    @TempDir
    private Path folder;

    private final SampleLog log = SampleLog.of(600, 7, 100);
    private final VerifierKey older = log.signer.verifier();
    private final NoteSigner newSigner = log.rotate(2);
    private final VerifierKey newer = newSigner.verifier();

    private Path olderFile = Path.of("");
    private Path newerFile = Path.of("");

    @BeforeEach
    void write_the_keys() throws IOException {
        olderFile = Files.writeString(folder.resolve("older.vkey"), older + "\n");
        newerFile = Files.writeString(folder.resolve("newer.vkey"), newer + "\n");
    }

    private Run verify(Object... keys) throws IOException {
        var words = new Object[keys.length + 2];
        words[0] = "verify";
        words[1] = Files.write(folder.resolve("export.zip"), log.export());
        System.arraycopy(keys, 0, words, 2, keys.length);
        return Run.of(words);
    }

    @Test
    void under_both_keys_it_is_sound_and_the_report_says_which_signed_what() throws IOException {
        var run = verify("--key", newerFile, "--key", olderFile);
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out())
                .contains("signed by    %s: checkpoints 1 to 2, events 0 to 199\n".formatted(older.reference()))
                .contains("signed by    %s: checkpoints 3 to 6, events 200 to 599\n".formatted(newer.reference()))
                .doesNotContain("WARNING");
        assertThat(verify("--key", newerFile, "--key", olderFile, "--json").out())
                .contains(
                        ("\"signers\":[{\"keys\":[\"%s\"],\"firstCheckpoint\":1,\"lastCheckpoint\":2,\"firstEvent\":0,"
                                        + "\"size\":200},{\"keys\":[\"%s\"],\"firstCheckpoint\":3,\"lastCheckpoint\":6,"
                                        + "\"firstEvent\":200,\"size\":600}]")
                                .formatted(older.reference(), newer.reference()));
    }

    @Test
    void both_keys_may_stand_in_one_file_and_one_of_them_in_another_too() throws IOException {
        var both = Files.writeString(folder.resolve("both.vkey"), newer + "\n" + older + "\n");
        assertThat(verify("--key", both).status()).isZero();
        assertThat(verify("--key", both, "--key", olderFile).status()).isZero();
    }

    @Test
    void under_one_key_alone_it_is_broken_at_the_first_checkpoint_of_the_other() throws IOException {
        for (var keyOf : new Object[][] {{newerFile, 1, older}, {olderFile, 3, newer}}) {
            var run = verify("--key", keyOf[0]);
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out())
                    .startsWith(
                            "BROKEN       checkpoints.jsonl: line %d does not count: no key that is trusted has signed it, it names %s\n"
                                    .formatted(keyOf[1], ((VerifierKey) keyOf[2]).reference()));
        }
    }

    @Test
    void a_key_that_signs_again_after_it_was_succeeded_is_pointed_out() throws IOException {
        log.notes.set(4, resigned(4));
        var run = verify("--key", newerFile, "--key", olderFile);
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out())
                .contains("WARNING      a key signed again after another had taken its place")
                .contains("signed by    %s: checkpoint 5, events 400 to 499\n".formatted(older.reference()));
    }

    private byte[] resigned(int number) {
        var text = new String(log.notes.get(number), UTF_8).split("\n\n")[0] + "\n";
        return SignedNote.sign(text, log.signer).bytes();
    }

    @Test
    void the_file_of_a_case_says_under_which_key_it_holds() throws IOException {
        var path = Files.write(
                folder.resolve("case.json"),
                log.caseFile(log.entry(0).streamId()).bytes());
        var run = Run.of("verify-case", path, "--key", olderFile, "--key", newerFile);
        assertThat(run.status()).as(run.toString()).isZero();
        assertThat(run.out()).contains("signed by    %s: checkpoint 1, events 0 to 599\n".formatted(newer.reference()));
        var refused = Run.of("verify-case", path, "--key", olderFile);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains("no key that is trusted has signed it, it names " + newer.reference());
    }
}
