/** The canonical entry of an event: the bytes that are hashed, what they commit to, and the chain through a stream. */
@NullMarked
package consular.ledger.core.entry;

import org.jspecify.annotations.NullMarked;
