/** Which registrations INA 203(g) is about to terminate, or has terminated. */
@NullMarked
package consular.cases.projections.terminations;

import org.jspecify.annotations.NullMarked;
