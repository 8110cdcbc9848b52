/** The supervisors' queue: every refusal with its review. */
@NullMarked
package consular.cases.projections.reviews;

import org.jspecify.annotations.NullMarked;
