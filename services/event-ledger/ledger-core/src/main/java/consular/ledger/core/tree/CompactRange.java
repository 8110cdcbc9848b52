package consular.ledger.core.tree;

import consular.ledger.core.hash.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * A tree that only grows, of which only the roots of its full subtrees are kept: one for each bit that is set in its size, the
 * largest first. A leaf costs one hash on average, a root at most one for each bit. Not for several threads at once.
 */
public final class CompactRange {

    private final TreeHasher hasher = new TreeHasher();
    private final byte[] nodes = new byte[(Long.SIZE + 1) * Hash.LENGTH];
    private long size;

    /** A tree without leaves. */
    public CompactRange() {}

    /**
     * Goes on where another one stopped.
     *
     * @param size how many leaves it had
     * @param nodes what its {@link #nodes} were
     */
    public CompactRange(long size, List<Hash> nodes) {
        if (size < 0 || Long.bitCount(size) != nodes.size()) {
            throw new IllegalArgumentException(
                    nodes.size() + " full subtrees do not make a tree of " + size + " leaves");
        }
        this.size = size;
        for (var index = 0; index < nodes.size(); index++) {
            nodes.get(index).writeTo(this.nodes, index * Hash.LENGTH);
        }
    }

    /** Adds a leaf, given as its hash; see {@link TreeHasher#leaf}. */
    public void append(Hash leaf) {
        leaf.writeTo(nodes, Long.bitCount(size) * Hash.LENGTH);
        foldFullSubtrees();
    }

    /** Adds the leaf whose hash stands in the 32 bytes at an offset. */
    public void append(byte[] source, int offset) {
        System.arraycopy(source, offset, nodes, Long.bitCount(size) * Hash.LENGTH, Hash.LENGTH);
        foldFullSubtrees();
    }

    private void foldFullSubtrees() {
        var last = Long.bitCount(size) * Hash.LENGTH;
        for (var carry = Long.numberOfTrailingZeros(~size); carry > 0; carry--) {
            last -= Hash.LENGTH;
            hasher.fold(nodes, last);
        }
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The roots of the full subtrees, the largest first: all that has to be kept to go on. */
    public List<Hash> nodes() {
        var copies = new ArrayList<Hash>();
        for (var index = 0; index < Long.bitCount(size); index++) {
            copies.add(Hash.at(nodes, index * Hash.LENGTH));
        }
        return List.copyOf(copies);
    }

    /** The root over all leaves. */
    public Hash root() {
        if (size == 0) {
            return TreeHasher.emptyRoot();
        }
        var last = Long.bitCount(size) - 1;
        var root = Hash.at(nodes, last * Hash.LENGTH);
        for (var index = last - 1; index >= 0; index--) {
            root = hasher.node(Hash.at(nodes, index * Hash.LENGTH), root);
        }
        return root;
    }
}
