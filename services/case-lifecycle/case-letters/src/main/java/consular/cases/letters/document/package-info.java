/** A letter as a document: what it says in which order, and nothing of how it looks. */
@NullMarked
package consular.cases.letters.document;

import org.jspecify.annotations.NullMarked;
