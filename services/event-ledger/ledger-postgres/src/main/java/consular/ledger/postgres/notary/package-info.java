/** Keeps the tree over the log and signs what it has come to. */
@NullMarked
package consular.ledger.postgres.notary;

import org.jspecify.annotations.NullMarked;
