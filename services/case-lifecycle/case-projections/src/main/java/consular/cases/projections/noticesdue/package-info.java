/** Whom the post has still to tell of a refusal: one row for each refusal whose notice is not settled. */
@NullMarked
package consular.cases.projections.noticesdue;

import org.jspecify.annotations.NullMarked;
