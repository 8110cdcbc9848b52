package consular.ledger.core.tree;

import consular.ledger.core.hash.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the proofs of RFC 6962, section 2.1, from full subtrees. The methods follow the definitions there: {@code MTH},
 * {@code PATH} and {@code SUBPROOF}. Not for several threads at once.
 */
public final class Proofs {

    private final FullSubtrees subtrees;
    private final TreeHasher hasher = new TreeHasher();

    /** Makes proofs from these subtrees. */
    public Proofs(FullSubtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("no tree has " + size + " leaves");
        }
        return size == 0 ? TreeHasher.emptyRoot() : root(0, size);
    }

    /** Proves that the leaf at an index, from 0, is in the tree of the first {@code size} leaves. */
    public InclusionProof inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        collectPath(path, index, 0, size);
        return new InclusionProof(index, size, path);
    }

    /** Proves that the tree of the first {@code second} leaves begins with that of the first {@code first}. */
    public ConsistencyProof consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("a tree of " + second + " leaves holds none of " + first);
        }
        List<Hash> path = new ArrayList<>();
        if (first > 0) {
            collectSubproof(path, first, 0, second, true);
        }
        return new ConsistencyProof(first, second, path);
    }

    private Hash root(long from, long to) {
        var size = to - from;
        if (Long.bitCount(size) == 1) {
            var level = Long.numberOfTrailingZeros(size);
            return subtrees.root(level, from >>> level);
        }
        var middle = from + Long.highestOneBit(size);
        return hasher.node(root(from, middle), root(middle, to));
    }

    private void collectPath(List<Hash> path, long index, long from, long to) {
        if (to - from == 1) {
            return;
        }
        var middle = middle(from, to);
        if (index < middle) {
            collectPath(path, index, from, middle);
            path.add(root(middle, to));
        } else {
            collectPath(path, index, middle, to);
            path.add(root(from, middle));
        }
    }

    /** {@code whole} says that the range from {@code from} to {@code first} is the old tree, whose root the verifier has. */
    private void collectSubproof(List<Hash> path, long first, long from, long to, boolean whole) {
        if (first == to) {
            if (!whole) {
                path.add(root(from, to));
            }
            return;
        }
        var middle = middle(from, to);
        if (first <= middle) {
            collectSubproof(path, first, from, middle, whole);
            path.add(root(middle, to));
        } else {
            collectSubproof(path, first, middle, to, false);
            path.add(root(from, middle));
        }
    }

    /** Behind the largest power of two that is smaller than the range. */
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
