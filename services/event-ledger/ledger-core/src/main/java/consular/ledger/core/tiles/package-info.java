/** The tree laid out as immutable tiles of 256 hashes, as C2SP tlog-tiles names them. */
@NullMarked
package consular.ledger.core.tiles;

import org.jspecify.annotations.NullMarked;
