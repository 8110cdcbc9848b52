/** A whole log as one file, or as the folder that it unpacks to: written in one pass, read without trust. */
@NullMarked
package consular.ledger.core.export;

import org.jspecify.annotations.NullMarked;
