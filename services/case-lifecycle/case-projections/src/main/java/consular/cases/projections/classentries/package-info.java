/** Which refusals go to CLASS, and what it has taken: one row for each refusal on INA 212(a). */
@NullMarked
package consular.cases.projections.classentries;

import org.jspecify.annotations.NullMarked;
