package consular.ledger.core.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointTest {

    /** The text that the specification gives as its example. */
    private static final String EXAMPLE = """
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
        """;

    private static final String ORIGIN = "log.example/cases";

    private final NoteSigner signer = Keys.signer(ORIGIN);
    private final TrustedLog log = new TrustedLog(ORIGIN, TrustedKeys.of(signer.verifier()));
    private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 7, Hash.ofHex("17".repeat(32)));

    private static void unreadable(String text, CheckpointFault fault) {
        assertThat(Checkpoint.parse(text)).isEqualTo(new CheckpointReading.Unreadable(fault));
    }

    @Test
    void the_example_of_the_specification_is_read() {
        var root = Hash.ofHex("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
        var example = new Checkpoint("example.com/behind-the-sofa", 20_852_163, root);
        assertThat(Checkpoint.parse(EXAMPLE)).isEqualTo(new CheckpointReading.Read(example));
        assertThat(example.text()).isEqualTo(EXAMPLE);
    }

    @Test
    void extensions_are_kept() {
        var extended = new Checkpoint(ORIGIN, 0, Hash.ZERO, List.of("one", "two two"));
        assertThat(extended.text()).endsWith("=\none\ntwo two\n");
        assertThat(Checkpoint.parse(extended.text())).isEqualTo(new CheckpointReading.Read(extended));
    }

    @ParameterizedTest
    @CsvSource({
        "7, -7",
        "7, +7",
        "7, 07",
        "7, 7.0",
        "7, ' 7'",
        "7, 9223372036854775808",
        "7, 9999999999999999999",
        "7, 10000000000000000000",
        "7, \u0667",
        "7, x"
    })
    void a_size_is_a_whole_number_and_spelt_like_one(String right, String wrong) {
        var text = checkpoint.text();
        unreadable(text.replace("\n" + right + "\n", "\n" + wrong + "\n"), CheckpointFault.NO_SIZE);
    }

    @Test
    void the_largest_size_is_read() {
        var largest = new Checkpoint(ORIGIN, Long.MAX_VALUE, Hash.ZERO);
        assertThat(Checkpoint.parse(largest.text())).isEqualTo(new CheckpointReading.Read(largest));
    }

    @Test
    void what_is_wrong_with_a_checkpoint_is_said() {
        var text = checkpoint.text();
        unreadable("", CheckpointFault.NO_FINAL_NEWLINE);
        unreadable(text + "x", CheckpointFault.NO_FINAL_NEWLINE);
        unreadable("\n", CheckpointFault.TOO_FEW_LINES);
        unreadable(ORIGIN + "\n7\n", CheckpointFault.TOO_FEW_LINES);
        unreadable(text + "\n", CheckpointFault.EMPTY_LINE);
        unreadable("\n" + text, CheckpointFault.EMPTY_LINE);
        unreadable(text + "a\tb\n", CheckpointFault.CONTROL_CHARACTER);
        unreadable(text.replace("=", ""), CheckpointFault.NO_ROOT);
        unreadable(text.replace("=\n", "= \n"), CheckpointFault.NO_ROOT);
    }

    @ParameterizedTest
    @EnumSource(CheckpointFault.class)
    void every_fault_can_be_told(CheckpointFault fault) {
        assertThat(fault.sentence()).startsWith("i").contains(" ");
    }

    @Test
    void no_checkpoint_is_made_that_could_not_be_read() {
        assertThatThrownBy(() -> new Checkpoint("", 0, Hash.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a\nb", 0, Hash.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a", -1, Hash.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("a", 0, Hash.ZERO, List.of("")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_log_is_believed_in_its_own_name_and_under_its_own_key() {
        var note = SignedNote.sign(checkpoint.text(), signer);
        assertThat(log.open(note.bytes()))
                .isEqualTo(new CheckpointOpening.Trusted(checkpoint, List.of(signer.verifier())));
        var other = new Checkpoint("another", 7, Hash.ZERO);
        assertThat(log.open(SignedNote.sign(other.text(), signer)))
                .isEqualTo(new CheckpointOpening.Refused("it is of another log: another"));
        var stranger = Keys.signer(ORIGIN);
        assertThat(log.open(SignedNote.sign(checkpoint.text(), stranger)))
                .isEqualTo(new CheckpointOpening.Refused("no key that is trusted has signed it, it names "
                        + stranger.verifier().reference()));
        assertThat(log.open(SignedNote.sign("x\n", signer)))
                .isEqualTo(new CheckpointOpening.Refused("it is not a checkpoint: it has fewer than three lines"));
        assertThat(log.open("x\n".getBytes(UTF_8)))
                .isEqualTo(new CheckpointOpening.Refused(
                        "it is not a signed note: no blank line parts text from signatures"));
        assertThat(log.open(new SignedNote(
                        checkpoint.text(), SignedNote.sign("x\n", signer).signatures())))
                .isEqualTo(new CheckpointOpening.Refused("the signature of " + ORIGIN + " is false"));
    }

    @Test
    void a_log_is_believed_under_each_of_its_keys_and_it_is_told_under_which() {
        var newer = Keys.signer(ORIGIN);
        var both = new TrustedLog(ORIGIN, TrustedKeys.of(newer.verifier(), signer.verifier()));
        assertThat(both.open(SignedNote.sign(checkpoint.text(), signer)))
                .isEqualTo(new CheckpointOpening.Trusted(checkpoint, List.of(signer.verifier())));
        assertThat(both.open(SignedNote.sign(checkpoint.text(), newer)))
                .isEqualTo(new CheckpointOpening.Trusted(checkpoint, List.of(newer.verifier())));
        assertThat(both.open(SignedNote.sign(checkpoint.text(), signer, newer)))
                .isEqualTo(new CheckpointOpening.Trusted(checkpoint, List.of(signer.verifier(), newer.verifier())));
    }

    @Test
    void of_many_strangers_the_first_few_are_named() {
        var strangers = Stream.generate(() -> Keys.signer("stranger")).limit(6).toList();
        var note = SignedNote.sign(checkpoint.text(), strangers.getFirst());
        for (var stranger : strangers.subList(1, 6)) {
            note = note.with(stranger.sign(checkpoint.text()));
        }
        var names = strangers.stream()
                .limit(4)
                .map(stranger -> stranger.verifier().reference())
                .collect(Collectors.joining(", "));
        assertThat(log.open(note))
                .isEqualTo(new CheckpointOpening.Refused("no key that is trusted has signed it, it names " + names));
    }
}
