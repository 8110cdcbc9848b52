/** What the record can show an auditor: checkpoints, proofs, and the whole of it. */
@NullMarked
package consular.cases.application.audit;

import org.jspecify.annotations.NullMarked;
