package consular.ledger.core.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignedNoteTest {

    /** Key and note that the specification gives as its example. */
    private static final String EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String EXAMPLE = """
        This is an example message.

        \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
        """;

    private final NoteSigner log = Keys.signer("log.example/cases");
    private final NoteSigner witness = Keys.signer("witness.example");
    private final SignedNote note = SignedNote.sign("first\n\nthird \u00e9\n", log, witness);

    private static SignedNote read(byte[] bytes) {
        return ((NoteReading.Read) SignedNote.parse(bytes)).note();
    }

    private static void unreadable(String note, NoteFault fault) {
        assertThat(SignedNote.parse(note.getBytes(UTF_8))).isEqualTo(new NoteReading.Unreadable(fault));
    }

    @Test
    void the_example_of_the_specification_is_true() {
        var key = VerifierKey.parse(EXAMPLE_KEY);
        var example = read(EXAMPLE.getBytes(UTF_8));
        assertThat(example.text()).isEqualTo("This is an example message.\n");
        assertThat(example.format()).isEqualTo(EXAMPLE);
        assertThat(TrustedKeys.of(key).open(example)).isEqualTo(new NoteOpening.Signed(List.of(key)));
        assertThat(example.signatures())
                .singleElement()
                .extracting(NoteSignature::keyId)
                .isEqualTo(0x530d903a);
    }

    @Test
    void what_was_signed_is_read_and_believed() {
        assertThat(read(note.bytes())).isEqualTo(note);
        assertThat(TrustedKeys.of(log.verifier()).open(note))
                .isEqualTo(new NoteOpening.Signed(List.of(log.verifier())));
        assertThat(TrustedKeys.of(witness.verifier(), log.verifier()).open(note))
                .isEqualTo(new NoteOpening.Signed(List.of(log.verifier(), witness.verifier())));
    }

    @Test
    void a_signature_may_be_added_later() {
        var alone = SignedNote.sign(note.text(), log);
        assertThat(alone.with(witness.sign(note.text()))).isEqualTo(note);
    }

    @Test
    void a_key_that_signed_twice_is_named_once() {
        var twice = note.with(log.sign(note.text()));
        assertThat(TrustedKeys.of(log.verifier()).open(twice))
                .isEqualTo(new NoteOpening.Signed(List.of(log.verifier())));
    }

    @Test
    void a_note_that_no_trusted_key_signed_is_not_believed() {
        var stranger = Keys.signer("log.example/cases");
        assertThat(TrustedKeys.of(stranger.verifier()).open(note)).isEqualTo(new NoteOpening.Unsigned());
        assertThat(new TrustedKeys(List.of()).open(note)).isEqualTo(new NoteOpening.Unsigned());
    }

    @Test
    void one_false_signature_of_a_trusted_key_spoils_the_note() {
        var spoilt = SignedNote.sign(note.text(), log).with(witness.sign("another text\n"));
        assertThat(TrustedKeys.of(log.verifier(), witness.verifier()).open(spoilt))
                .isEqualTo(new NoteOpening.FalselySigned(witness.verifier()));
        assertThat(TrustedKeys.of(log.verifier()).open(spoilt)).isInstanceOf(NoteOpening.Signed.class);
    }

    @Test
    void a_signature_of_another_length_is_false() {
        var short_one = new SignedNote(
                "text\n",
                List.of(NoteSignature.of(log.verifier().name(), log.verifier().id(), new byte[63])));
        assertThat(TrustedKeys.of(log.verifier()).open(short_one))
                .isEqualTo(new NoteOpening.FalselySigned(log.verifier()));
    }

    @Test
    void every_change_of_a_bit_is_noticed() {
        var signed = SignedNote.sign("log.example/cases\n7\ntext\n", log);
        var keys = TrustedKeys.of(log.verifier());
        var bytes = signed.bytes();
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            if (SignedNote.parse(bytes) instanceof NoteReading.Read(var changed)) {
                assertThat(keys.open(changed)).as("bit %d", bit).isNotInstanceOf(NoteOpening.Signed.class);
            }
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(keys.open(read(bytes))).isInstanceOf(NoteOpening.Signed.class);
    }

    @Test
    void every_cut_is_noticed() {
        var signed = SignedNote.sign("text\n", log);
        for (var length = 0; length < signed.bytes().length; length++) {
            assertThat(SignedNote.parse(java.util.Arrays.copyOf(signed.bytes(), length)))
                    .as("%d bytes", length)
                    .isInstanceOf(NoteReading.Unreadable.class);
        }
    }

    @Test
    void what_is_wrong_with_a_note_is_said() {
        unreadable("", NoteFault.NO_FINAL_NEWLINE);
        unreadable("text\n\n\u2014 a AAAAAAA=", NoteFault.NO_FINAL_NEWLINE);
        unreadable("text\n\u2014 a AAAAAAA=\n", NoteFault.NO_BLANK_LINE);
        unreadable("te\txt\n\n\u2014 a AAAAAAA=\n", NoteFault.CONTROL_CHARACTER);
        unreadable("te\rxt\n\n\u2014 a AAAAAAA=\n", NoteFault.CONTROL_CHARACTER);
        unreadable("text\n\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n- a AAAAAAA=\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014  AAAAAAA=\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a+b AAAAAAA=\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a\u00a0b AAAAAAA=\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a\u0085b AAAAAAA=\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a AAAAAAA=\nx\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a AAAAAAA= \n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a AAAAAA==\n", NoteFault.NOT_A_SIGNATURE);
        unreadable("text\n\n\u2014 a AAAAAAB=\n", NoteFault.NOT_A_SIGNATURE);
        assertThat(SignedNote.parse(new byte[] {(byte) 0xc3, '\n'}))
                .isEqualTo(new NoteReading.Unreadable(NoteFault.NOT_UTF8));
        assertThat(SignedNote.parse("text\n\n\u2014 a AAAAAAA=\n".getBytes(UTF_8)))
                .isInstanceOf(NoteReading.Read.class);
        assertThat(SignedNote.parse("\n\n\u2014 a AAAAAAA=\n".getBytes(UTF_8))).isInstanceOf(NoteReading.Read.class);
    }

    @Test
    void a_note_has_its_limits() {
        var line = "\u2014 a AAAAAAA=\n";
        assertThat(SignedNote.parse(("t\n\n" + line.repeat(64)).getBytes(UTF_8)))
                .isInstanceOf(NoteReading.Read.class);
        unreadable("t\n\n" + line.repeat(65), NoteFault.TOO_MANY_SIGNATURES);
        var rest = ("\n\n" + line).getBytes(UTF_8).length;
        assertThat(SignedNote.parse(("t".repeat(1_000_000 - rest) + "\n\n" + line).getBytes(UTF_8)))
                .isInstanceOf(NoteReading.Read.class);
        unreadable("t".repeat(1_000_001 - rest) + "\n\n" + line, NoteFault.TOO_LONG);
    }

    @Test
    void no_note_is_made_that_could_not_be_read() {
        var signatures = note.signatures();
        assertThatThrownBy(() -> new SignedNote("no newline", signatures)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedNote("text\n", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedNote("te\txt\n", signatures)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedNote("\ud800\n", signatures)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SignedNote("t\n", Collections.nCopies(65, signatures.getFirst())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoteSignature("a b", "AAAAAAA=")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoteSignature("a", "AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(NoteFault.class)
    void every_fault_can_be_told(NoteFault fault) {
        assertThat(fault.sentence())
                .startsWith(fault == NoteFault.NO_BLANK_LINE ? "no " : "")
                .isNotBlank();
    }
}
