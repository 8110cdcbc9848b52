/** SHA-256, its values, and the two spellings in which they are written down. */
@NullMarked
package consular.ledger.core.hash;

import org.jspecify.annotations.NullMarked;
