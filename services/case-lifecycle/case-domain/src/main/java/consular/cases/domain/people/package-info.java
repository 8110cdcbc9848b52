/** The people of a case and the parts they play. */
@NullMarked
package consular.cases.domain.people;

import org.jspecify.annotations.NullMarked;
