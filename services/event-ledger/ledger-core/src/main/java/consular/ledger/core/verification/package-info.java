/** Whether a log is what its checkpoints say, and if not, which entry is the first that is wrong. */
@NullMarked
package consular.ledger.core.verification;

import org.jspecify.annotations.NullMarked;
