/** Signed notes and the checkpoints written on them, as C2SP signed-note and tlog-checkpoint have them. */
@NullMarked
package consular.ledger.core.note;

import org.jspecify.annotations.NullMarked;
