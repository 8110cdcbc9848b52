/** The read side: rows made from the log, asked for by name. */
@NullMarked
package consular.cases.projections;

import org.jspecify.annotations.NullMarked;
