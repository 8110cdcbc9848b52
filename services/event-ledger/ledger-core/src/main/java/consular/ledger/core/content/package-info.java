/** The content that an entry commits to, and the line of an export that holds it. */
@NullMarked
package consular.ledger.core.content;

import org.jspecify.annotations.NullMarked;
