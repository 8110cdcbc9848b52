package consular.ledger.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Others who verify proofs of RFC 6962 agree with us. Of consistency sigstore-java has no verifier, only the hash of two nodes. */
class SigstoreTest {

    private static final int SIZES = 130;

    private final NaiveTree tree = NaiveTree.of(SIZES);
    private final Proofs proofs = new Proofs(tree.subtrees());

    @Test
    void sigstore_accepts_our_proofs_of_inclusion() {
        for (var size = 1; size <= SIZES; size++) {
            var root = tree.root(size).bytes();
            for (var index = 0; index < size; index += 1 + size / 16) {
                var leaf = tree.leaves().get(index).bytes();
                var proof = proofs.inclusion(index, size);
                assertThatCode(() -> InclusionProofVerifier.verify(
                                leaf, proof.index(), proof.size(), bytes(proof.path()), root))
                        .as("leaf %d of %d", index, size)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void sigstore_refuses_what_we_refuse() {
        var proof = proofs.inclusion(77, 130);
        var other = tree.leaves().get(78);
        assertThat(proof.proves(other, tree.root(130))).isFalse();
        assertThatThrownBy(() -> InclusionProofVerifier.verify(
                        other.bytes(),
                        77,
                        130,
                        bytes(proof.path()),
                        tree.root(130).bytes()))
                .isInstanceOf(InclusionProofVerificationException.class);
    }

    @Test
    void sigstore_puts_two_nodes_together_as_we_do() {
        var left = tree.leaves().get(0);
        var right = tree.leaves().get(1);
        assertThat(InclusionProofVerifier.hashChildren(left.bytes(), right.bytes()))
                .isEqualTo(new TreeHasher().node(left, right).bytes());
    }

    private static List<byte[]> bytes(List<Hash> path) {
        return path.stream().map(Hash::bytes).toList();
    }
}
