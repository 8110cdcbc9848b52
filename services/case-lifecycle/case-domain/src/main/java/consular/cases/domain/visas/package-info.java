/** The classes of visa, by the Department's symbols. */
@NullMarked
package consular.cases.domain.visas;

import org.jspecify.annotations.NullMarked;
