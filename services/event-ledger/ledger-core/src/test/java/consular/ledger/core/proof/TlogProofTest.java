package consular.ledger.core.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.Keys;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tree.NaiveTree;
import consular.ledger.core.tree.Proofs;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    private static final String ORIGIN = "log.example/cases";

    private final NoteSigner signer = Keys.signer(ORIGIN);
    private final TrustedLog log = new TrustedLog(ORIGIN, TrustedKeys.of(signer.verifier()));
    private final NaiveTree tree = NaiveTree.of(13);
    private final Checkpoint checkpoint = new Checkpoint(ORIGIN, 13, tree.root(13));
    private final SignedNote note = SignedNote.sign(checkpoint.text(), signer);
    private final TlogProof proof = TlogProof.of(new Proofs(tree.subtrees()).inclusion(9, 13), note);
    private final Hash leaf = tree.leaves().get(9);

    private static TlogProof read(byte[] file) {
        return ((ProofReading.Read) TlogProof.parse(file)).proof();
    }

    private void unreadable(String right, String wrong, String why) {
        assertThat(proof.format()).contains(right);
        var file = proof.format().replace(right, wrong).getBytes(UTF_8);
        assertThat(TlogProof.parse(file)).isEqualTo(new ProofReading.Unreadable(why));
    }

    @Test
    void the_file_looks_like_this() {
        var file = new StringBuilder("c2sp.org/tlog-proof@v1\nindex 9\n");
        proof.path().forEach(hash -> file.append(hash.base64()).append('\n'));
        assertThat(proof.format()).isEqualTo(file + "\n" + note.format());
        assertThat(new TlogProof("AAEC", 9, List.of(), note).format())
                .isEqualTo("c2sp.org/tlog-proof@v1\nextra AAEC\nindex 9\n\n" + note.format());
    }

    @Test
    void what_was_written_is_read() {
        assertThat(read(proof.bytes())).isEqualTo(proof);
        var extended = new TlogProof("AAEC", 0, List.of(), note);
        assertThat(read(extended.bytes())).isEqualTo(extended);
        var empty = new TlogProof("", 0, List.of(), note);
        assertThat(read(empty.bytes())).isEqualTo(empty);
    }

    @Test
    void an_entry_of_the_log_is_proven_with_nothing_but_its_key() {
        assertThat(read(proof.bytes()).verify(leaf, log)).isEqualTo(new ProofVerdict.Proven(9, checkpoint));
    }

    @Test
    void another_entry_is_not() {
        assertThat(proof.verify(tree.leaves().get(8), log))
                .isEqualTo(new ProofVerdict.Unproven("entry 9 of the checkpoint is not this one"));
        assertThat(new TlogProof(null, 8, proof.path(), note).verify(leaf, log))
                .isInstanceOf(ProofVerdict.Unproven.class);
        assertThat(new TlogProof(null, 13, proof.path(), note).verify(leaf, log))
                .isInstanceOf(ProofVerdict.Unproven.class);
    }

    @Test
    void a_checkpoint_of_a_stranger_proves_nothing() {
        var signer = Keys.signer(ORIGIN);
        var stranger = new TlogProof(null, 9, proof.path(), SignedNote.sign(checkpoint.text(), signer));
        assertThat(stranger.verify(leaf, log))
                .isEqualTo(new ProofVerdict.Unproven(
                        "the checkpoint does not count: no key that is trusted has signed it, it names "
                                + signer.verifier().reference()));
    }

    @Test
    void every_change_of_a_bit_is_noticed() {
        var file = proof.bytes();
        for (var bit = 0; bit < file.length * 8; bit++) {
            file[bit / 8] ^= (byte) (1 << bit % 8);
            if (TlogProof.parse(file) instanceof ProofReading.Read(var changed)) {
                assertThat(changed.verify(leaf, log)).as("bit %d", bit).isInstanceOf(ProofVerdict.Unproven.class);
            }
            file[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(read(file).verify(leaf, log)).isInstanceOf(ProofVerdict.Proven.class);
    }

    @Test
    void what_is_wrong_with_a_file_is_said() {
        unreadable("proof@v1", "proof@v2", "its first line is not c2sp.org/tlog-proof@v1");
        unreadable("c2sp", "\u00e9", "its first line is not c2sp.org/tlog-proof@v1");
        unreadable("index 9", "index 09", "its index is not a number");
        unreadable("index 9", "index -9", "its index is not a number");
        unreadable("index 9", "index 9223372036854775808", "its index is not a number");
        unreadable("index 9\n", "", "it names no index");
        unreadable("index 9", "extra AAEC", "it names no index");
        unreadable("index 9", "extra AAE\nindex 9", "its extra data are not base64");
        unreadable("index 9", "index 9\nAAEC", "a line of it is not base64 of 32 bytes");
        unreadable(
                "index 9", "index 9\n" + (Hash.ZERO.base64() + "\n").repeat(64), "it has more hashes than any proof");
        unreadable(
                "\n\u2014", "\u2014", "its checkpoint is not a signed note: no blank line parts text from signatures");
        assertThat(TlogProof.parse("c2sp.org/tlog-proof@v1\nindex 9\n".getBytes(UTF_8)))
                .isEqualTo(new ProofReading.Unreadable("no blank line parts proof from checkpoint"));
        assertThat(TlogProof.parse("c2sp.org/tlog-proof@v1\n\n".getBytes(UTF_8)))
                .isEqualTo(
                        new ProofReading.Unreadable("its checkpoint is not a signed note: its last line is not ended"));
        assertThat(TlogProof.parse(("c2sp.org/tlog-proof@v1\n\n" + note.format()).getBytes(UTF_8)))
                .isEqualTo(new ProofReading.Unreadable("it names no index"));
        assertThat(TlogProof.parse(
                        proof.format().replace("index 9", "index 9\n\u00e9").getBytes(ISO_8859_1)))
                .isInstanceOf(ProofReading.Unreadable.class);
    }

    @Test
    void the_longest_path_is_read() {
        var longest = new TlogProof(null, 0, java.util.Collections.nCopies(63, Hash.ZERO), note);
        assertThat(read(longest.bytes())).isEqualTo(longest);
    }

    @Test
    void no_file_is_made_that_could_not_be_read() {
        assertThatThrownBy(() -> new TlogProof(null, -1, List.of(), note)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TlogProof("x", 0, List.of(), note)).isInstanceOf(IllegalArgumentException.class);
    }
}
