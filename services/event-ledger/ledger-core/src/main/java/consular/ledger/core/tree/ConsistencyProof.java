package consular.ledger.core.tree;

import consular.ledger.core.hash.Hash;
import java.util.List;

/**
 * Proves that a tree begins with another one: nothing that was in it has been changed, taken out or put between.
 *
 * @param first the leaves of the older tree
 * @param second the leaves of the newer one
 * @param path the nodes from which both roots follow
 */
public record ConsistencyProof(long first, long second, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the trees with these roots are consistent, by RFC 9162, section 2.1.4.2. */
    public boolean proves(Hash firstRoot, Hash secondRoot) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == 0 || first == second) {
            var expected = first == 0 ? TreeHasher.emptyRoot() : secondRoot;
            return path.isEmpty() && firstRoot.equals(expected) && (second > 0 || secondRoot.equals(expected));
        }
        return Long.bitCount(first) == 1
                ? follows(firstRoot, 0, firstRoot, secondRoot)
                : followsPath(firstRoot, secondRoot);
    }

    private boolean followsPath(Hash firstRoot, Hash secondRoot) {
        return !path.isEmpty() && follows(path.getFirst(), 1, firstRoot, secondRoot);
    }

    /** Both roots grow from the largest subtree at the older tree's right edge, which is the whole of it at times. */
    private boolean follows(Hash seed, int next, Hash firstRoot, Hash secondRoot) {
        var hasher = new TreeHasher();
        var rises = Long.numberOfTrailingZeros(first);
        var node = (first - 1) >>> rises;
        var last = (second - 1) >>> rises;
        var older = seed;
        var newer = seed;
        for (var sibling : path.subList(next, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = hasher.node(sibling, older);
                newer = hasher.node(sibling, newer);
                var skipped = Long.numberOfTrailingZeros(node);
                node >>>= skipped;
                last >>>= skipped;
            } else {
                newer = hasher.node(newer, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(firstRoot) && newer.equals(secondRoot);
    }
}
