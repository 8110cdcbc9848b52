package consular.ledger.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.hash.Hash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {

    private final NaiveTree tree = NaiveTree.of(8);
    private final Proofs proofs = new Proofs(tree.subtrees());

    @Test
    void no_proof_is_made_of_what_is_not_there() {
        assertThatThrownBy(() -> proofs.inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.inclusion(-1, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(8, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(-1, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.root(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_range_is_taken_up_with_as_many_nodes_as_its_size_has_bits() {
        assertThatThrownBy(() -> new CompactRange(3, List.of(Hash.ZERO))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CompactRange(Long.MIN_VALUE, List.of(Hash.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new CompactRange(0, List.of()).root()).isEqualTo(TreeHasher.emptyRoot());
        assertThat(new CompactRange(4, List.of(Hash.ZERO)).root()).isEqualTo(Hash.ZERO);
    }

    @Test
    void a_proof_of_consistency_without_sense_proves_nothing() {
        var root = tree.root(8);
        assertThat(new ConsistencyProof(-1, 8, List.of()).proves(root, root)).isFalse();
        assertThat(new ConsistencyProof(9, 8, List.of()).proves(root, root)).isFalse();
        assertThat(new ConsistencyProof(8, 8, List.of()).proves(root, root)).isTrue();
        assertThat(new ConsistencyProof(8, 8, List.of(root)).proves(root, root)).isFalse();
        assertThat(new ConsistencyProof(8, 8, List.of()).proves(root, tree.root(7)))
                .isFalse();
        assertThat(new ConsistencyProof(3, 8, List.of()).proves(tree.root(3), root))
                .isFalse();
        assertThat(new ConsistencyProof(0, 8, List.of()).proves(TreeHasher.emptyRoot(), root))
                .isTrue();
        assertThat(new ConsistencyProof(0, 8, List.of()).proves(root, root)).isFalse();
        assertThat(new ConsistencyProof(0, 8, List.of(root)).proves(TreeHasher.emptyRoot(), root))
                .isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(TreeHasher.emptyRoot(), root))
                .isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(root, root)).isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(TreeHasher.emptyRoot(), TreeHasher.emptyRoot()))
                .isTrue();
    }

    @Test
    void a_tree_of_one_leaf_needs_no_path() {
        assertThat(new InclusionProof(0, 1, List.of()).proves(Hash.ZERO, Hash.ZERO))
                .isTrue();
        assertThat(new InclusionProof(0, 1, List.of(Hash.ZERO)).rootFrom(Hash.ZERO))
                .isEmpty();
        assertThat(new InclusionProof(0, 0, List.of()).rootFrom(Hash.ZERO)).isEmpty();
        assertThat(new InclusionProof(0, 2, List.of()).rootFrom(Hash.ZERO)).isEmpty();
    }

    @Test
    void proofs_reach_into_trees_that_no_one_could_hold() {
        var equalLeaves = new ArrayList<>(List.of(Hash.ZERO));
        for (var level = 0; level < 63; level++) {
            equalLeaves.add(new TreeHasher().node(equalLeaves.getLast(), equalLeaves.getLast()));
        }
        var huge = new Proofs((level, index) -> equalLeaves.get(level));
        var size = Long.MAX_VALUE;
        var inclusion = huge.inclusion(size - 1, size);
        assertThat(inclusion.proves(Hash.ZERO, huge.root(size))).isTrue();
        assertThat(huge.inclusion(0, size).proves(Hash.ZERO, huge.root(size))).isTrue();
        var consistency = huge.consistency(size / 2, size);
        assertThat(consistency.proves(huge.root(size / 2), huge.root(size))).isTrue();
    }
}
