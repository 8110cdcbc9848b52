/** The refusals for which a post still holds documents, and when these are to go back. */
@NullMarked
package consular.cases.projections.documentreturns;

import org.jspecify.annotations.NullMarked;
