/** What of a case was erased, and what must be kept. */
@NullMarked
package consular.cases.domain.privacy;

import org.jspecify.annotations.NullMarked;
