/** Which cases there are of a number, a class, a state, an officer, a day or a name. */
@NullMarked
package consular.cases.projections.search;

import org.jspecify.annotations.NullMarked;
