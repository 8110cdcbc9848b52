/** What was imported, and what became of each row. */
@NullMarked
package consular.cases.projections.imports;

import org.jspecify.annotations.NullMarked;
