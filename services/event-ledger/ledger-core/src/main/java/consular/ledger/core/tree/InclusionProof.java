package consular.ledger.core.tree;

import consular.ledger.core.hash.Hash;
import java.util.List;
import java.util.Optional;

/**
 * Proves that a leaf is in a tree.
 *
 * @param index which leaf, from 0
 * @param size the leaves of the tree
 * @param path the siblings on the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the leaf is in the tree with this root. A proof that makes no sense proves nothing. */
    public boolean proves(Hash leaf, Hash root) {
        return rootFrom(leaf).filter(root::equals).isPresent();
    }

    /** The root that a tree has if the leaf is in it, by RFC 9162, section 2.1.3.2; empty if the path has a wrong length. */
    public Optional<Hash> rootFrom(Hash leaf) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        var hasher = new TreeHasher();
        var node = index;
        var last = size - 1;
        var root = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                root = hasher.node(sibling, root);
                // A last node without a right sibling goes up as it is.
                var rises = Long.numberOfTrailingZeros(node);
                node >>>= rises;
                last >>>= rises;
            } else {
                root = hasher.node(root, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }
}
