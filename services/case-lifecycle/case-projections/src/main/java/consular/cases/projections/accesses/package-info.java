/** The log of accesses in PostgreSQL. */
@NullMarked
package consular.cases.projections.accesses;

import org.jspecify.annotations.NullMarked;
