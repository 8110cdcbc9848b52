/** Requests that nobody would think of, made from the service's own description of itself. */
@NullMarked
package consular.cases.service.fuzz;

import org.jspecify.annotations.NullMarked;
