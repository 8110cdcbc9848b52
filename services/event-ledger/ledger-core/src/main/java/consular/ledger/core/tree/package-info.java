/** The Merkle tree of RFC 6962: its state while it grows, its proofs, and their verification. */
@NullMarked
package consular.ledger.core.tree;

import org.jspecify.annotations.NullMarked;
