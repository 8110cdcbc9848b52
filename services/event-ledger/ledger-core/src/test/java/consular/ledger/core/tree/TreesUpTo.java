package consular.ledger.core.tree;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.hash.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every tree up to a size, every leaf in it, every pair of trees. */
abstract class TreesUpTo {

    private static final int MOST = 300;
    private static final int ALTERED_SIZES = 40;
    private static final NaiveTree TREE = NaiveTree.of(MOST);
    private static final Proofs PROOFS = new Proofs(remembered(TREE.subtrees()));
    private static final List<Hash> ROOTS =
            IntStream.rangeClosed(0, MOST).mapToObj(TREE::root).toList();

    private final int sizes;

    TreesUpTo(int sizes) {
        this.sizes = sizes;
    }

    private static FullSubtrees remembered(FullSubtrees subtrees) {
        var known = new java.util.HashMap<List<Long>, Hash>();
        return (level, index) -> known.computeIfAbsent(List.of((long) level, index), _ -> subtrees.root(level, index));
    }

    @Test
    void a_compact_range_has_the_root_by_definition_and_can_be_taken_up_anywhere() {
        var range = new CompactRange();
        for (var size = 0; size <= sizes; size++) {
            assertThat(range.size()).isEqualTo(size);
            assertThat(range.root()).isEqualTo(ROOTS.get(size));
            assertThat(range.nodes()).hasSize(Integer.bitCount(size));
            assertThat(PROOFS.root(size)).isEqualTo(ROOTS.get(size));
            if (size < sizes) {
                range = new CompactRange(size, range.nodes());
                range.append(TREE.leaves().get(size));
            }
        }
    }

    @Test
    void a_leaf_is_taken_from_an_array_as_well() {
        var range = new CompactRange();
        for (var leaf : TREE.leaves().subList(0, sizes)) {
            var bytes = new byte[40];
            leaf.writeTo(bytes, 5);
            range.append(bytes, 5);
        }
        assertThat(range.root()).isEqualTo(ROOTS.get(sizes));
    }

    @Test
    void every_leaf_is_proven_in_every_tree_and_in_no_other_place() {
        for (var size = 1; size <= sizes; size++) {
            for (var index = 0; index < size; index++) {
                var proof = PROOFS.inclusion(index, size);
                var leaf = TREE.leaves().get(index);
                assertThat(proof.proves(leaf, ROOTS.get(size))).isTrue();
                assertThat(proof.proves(leaf, ROOTS.get(size - 1))).isFalse();
                assertThat(proof.proves(TREE.leaves().get((index + 1) % MOST), ROOTS.get(size)))
                        .isFalse();
            }
        }
    }

    @Test
    void every_two_trees_are_proven_consistent_and_no_others() {
        for (var second = 0; second <= sizes; second++) {
            for (var first = 0; first <= second; first++) {
                var proof = PROOFS.consistency(first, second);
                assertThat(proof.proves(ROOTS.get(first), ROOTS.get(second))).isTrue();
                assertThat(proof.proves(Hash.ZERO, ROOTS.get(second))).isFalse();
                // That the empty tree is in every other is true without looking at that one.
                assertThat(proof.proves(ROOTS.get(first), Hash.ZERO)).isEqualTo(first == 0 && second > 0);
            }
        }
    }

    @Test
    void a_path_that_was_altered_proves_no_leaf() {
        for (var size = 1; size <= ALTERED_SIZES; size++) {
            for (var index = 0; index < size; index++) {
                var proof = PROOFS.inclusion(index, size);
                for (var altered : alterations(proof.path())) {
                    var other = new InclusionProof(index, size, altered);
                    assertThat(other.proves(TREE.leaves().get(index), ROOTS.get(size)))
                            .isFalse();
                }
                for (var elsewhere = -1; elsewhere <= size; elsewhere++) {
                    assertThat(new InclusionProof(elsewhere, size, proof.path())
                                    .proves(TREE.leaves().get(index), ROOTS.get(size)))
                            .isEqualTo(elsewhere == index);
                }
            }
        }
    }

    @Test
    void a_path_that_was_altered_proves_no_two_trees() {
        for (var second = 1; second <= ALTERED_SIZES; second++) {
            for (var first = 1; first <= second; first++) {
                for (var altered : alterations(PROOFS.consistency(first, second).path())) {
                    assertThat(new ConsistencyProof(first, second, altered).proves(ROOTS.get(first), ROOTS.get(second)))
                            .isFalse();
                }
            }
        }
    }

    /** One hash less, one more, one different, two in the other order; none of which may be the path itself. */
    private static List<List<Hash>> alterations(List<Hash> path) {
        List<List<Hash>> altered = new ArrayList<>();
        for (var place = 0; place <= path.size(); place++) {
            var longer = new ArrayList<>(path);
            longer.add(place, Hash.ZERO);
            altered.add(longer);
            if (place < path.size()) {
                var shorter = new ArrayList<>(path);
                var hash = shorter.remove(place);
                altered.add(shorter);
                var different = new ArrayList<>(path);
                different.set(place, new Hash(hash.first(), hash.second(), hash.third(), hash.fourth() ^ 1));
                altered.add(different);
                var doubled = new ArrayList<>(path);
                doubled.add(place, hash);
                altered.add(doubled);
            }
        }
        for (var place = 1; place < path.size(); place++) {
            var swapped = new ArrayList<>(path);
            swapped.set(place, path.get(place - 1));
            swapped.set(place - 1, path.get(place));
            altered.add(swapped);
        }
        return altered;
    }
}
