/** The clocks that may still fire, for the runner that acts on them. */
@NullMarked
package consular.cases.projections.deadlines;

import org.jspecify.annotations.NullMarked;
