package consular.ledger.core.tree;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;

/** The two hashes of RFC 6962, section 2.1, and the empty one. Not for several threads at once. */
public final class TreeHasher {

    /** The byte before an entry. */
    public static final byte LEAF = 0x00;

    /** The byte before two nodes. */
    public static final byte NODE = 0x01;

    private final Sha256 sha256 = new Sha256();
    private final byte[] pair = new byte[1 + 2 * Hash.LENGTH];

    /** The root of a tree without leaves. */
    public static Hash emptyRoot() {
        return new Sha256().hash();
    }

    /** The leaf that stands for an entry. */
    public static Hash leaf(byte[] entry) {
        return new Sha256().hash(LEAF, entry);
    }

    /** The node over two nodes. */
    public Hash node(Hash left, Hash right) {
        pair[0] = NODE;
        left.writeTo(pair, 1);
        right.writeTo(pair, 1 + Hash.LENGTH);
        sha256.digest(pair, 0, pair.length, pair, 0);
        return Hash.at(pair, 0);
    }

    /** Replaces the left of two neighbouring nodes by the node over both. */
    void fold(byte[] nodes, int left) {
        pair[0] = NODE;
        System.arraycopy(nodes, left, pair, 1, 2 * Hash.LENGTH);
        sha256.digest(pair, 0, pair.length, nodes, left);
    }
}
