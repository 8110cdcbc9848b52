/** Events that an event processor could not take in: kept apart, in order, until they are tried again or given up. */
@NullMarked
package consular.cases.projections.deadletters;

import org.jspecify.annotations.NullMarked;
