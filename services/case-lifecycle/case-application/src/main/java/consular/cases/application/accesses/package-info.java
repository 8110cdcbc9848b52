/** Who was shown what: a log beside that of the cases. */
@NullMarked
package consular.cases.application.accesses;

import org.jspecify.annotations.NullMarked;
