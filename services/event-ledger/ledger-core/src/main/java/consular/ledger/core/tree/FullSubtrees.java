package consular.ledger.core.tree;

import consular.ledger.core.hash.Hash;

/** Where the nodes of a tree come from that never change again: those over a full subtree. */
@FunctionalInterface
public interface FullSubtrees {

    /**
     * The root over the leaves from {@code index << level} on, {@code 1 << level} in number, all of which are there. At level 0
     * it is the leaf.
     */
    Hash root(int level, long index);
}
