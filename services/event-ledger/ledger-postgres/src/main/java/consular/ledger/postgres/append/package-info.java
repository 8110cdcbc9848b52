/** Group commit: appends of many callers in one statement, each refused or kept for itself. */
@NullMarked
package consular.ledger.postgres.append;

import org.jspecify.annotations.NullMarked;
