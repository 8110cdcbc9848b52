/** The applications before an officer, and the day by which each is to be decided. */
@NullMarked
package consular.cases.projections.decisionsdue;

import org.jspecify.annotations.NullMarked;
