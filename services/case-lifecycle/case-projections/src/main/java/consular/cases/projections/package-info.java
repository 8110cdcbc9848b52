/** What the read side shares: how rows are kept, served a page at a time, and built anew while the old ones serve. */
@NullMarked
package consular.cases.projections;

import org.jspecify.annotations.NullMarked;
