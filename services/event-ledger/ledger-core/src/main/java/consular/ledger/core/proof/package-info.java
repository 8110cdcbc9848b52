/** The file that proves one entry without the log at hand, as C2SP tlog-proof has it. */
@NullMarked
package consular.ledger.core.proof;

import org.jspecify.annotations.NullMarked;
