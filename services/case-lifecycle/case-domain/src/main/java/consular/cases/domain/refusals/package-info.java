/** Refusals, the findings they rest on, and their review. */
@NullMarked
package consular.cases.domain.refusals;

import org.jspecify.annotations.NullMarked;
