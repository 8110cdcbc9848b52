/** Which cases are open, for whoever has to look at each of them. */
@NullMarked
package consular.cases.projections.opencases;

import org.jspecify.annotations.NullMarked;
