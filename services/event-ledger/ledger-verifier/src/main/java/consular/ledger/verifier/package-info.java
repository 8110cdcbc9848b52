/** The auditor's command line: checks evidence with nothing but a key. */
@NullMarked
package consular.ledger.verifier;

import org.jspecify.annotations.NullMarked;
