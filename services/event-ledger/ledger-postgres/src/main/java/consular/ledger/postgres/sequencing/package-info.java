/** Gives every event its place in the log, once it is committed. */
@NullMarked
package consular.ledger.postgres.sequencing;

import org.jspecify.annotations.NullMarked;
