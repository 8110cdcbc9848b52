/** One stream of a log, with all that proves it: for those who may see one case and not the log. */
@NullMarked
package consular.ledger.core.casefile;

import org.jspecify.annotations.NullMarked;
