/** Screenings: what the rules say of somebody's plans before an application, as dated tables that name every reason. */
@NullMarked
package consular.cases.domain.screening;

import org.jspecify.annotations.NullMarked;
