/** JSON as far as evidence needs it: one spelling of each text, and a strict reader. */
@NullMarked
package consular.ledger.core.json;

import org.jspecify.annotations.NullMarked;
