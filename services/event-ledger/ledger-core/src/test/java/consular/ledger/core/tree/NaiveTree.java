package consular.ledger.core.tree;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** RFC 6962, section 2.1, word for word and as slow as that: what everything else is compared with. */
public final class NaiveTree {

    private final List<Hash> leaves;
    private final Map<Integer, Hash> roots = new HashMap<>();

    public NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    /** As many different leaves. */
    public static NaiveTree of(int size) {
        List<Hash> leaves = new ArrayList<>();
        for (var index = 0; index < size; index++) {
            leaves.add(TreeHasher.leaf(new byte[] {(byte) (index >>> 16), (byte) (index >>> 8), (byte) index}));
        }
        return new NaiveTree(leaves);
    }

    public List<Hash> leaves() {
        return leaves;
    }

    public Hash root(int size) {
        return roots.computeIfAbsent(size, _ -> root(leaves.subList(0, size)));
    }

    private static Hash root(List<Hash> range) {
        if (range.isEmpty()) {
            return new Sha256().hash();
        }
        if (range.size() == 1) {
            return range.getFirst();
        }
        var middle = middle(range.size());
        var left = root(range.subList(0, middle));
        var right = root(range.subList(middle, range.size()));
        return new Sha256().hash(new byte[] {1}, left.bytes(), right.bytes());
    }

    private static int middle(int size) {
        var middle = 1;
        while (middle * 2 < size) {
            middle *= 2;
        }
        return middle;
    }

    /** Full subtrees, straight from the leaves. */
    public FullSubtrees subtrees() {
        return (level, index) ->
                root(leaves.subList(Math.toIntExact(index << level), Math.toIntExact((index + 1) << level)));
    }
}
