/** What becomes of the approved petition on which an immigrant case rests, by acts outside the case. */
@NullMarked
package consular.cases.domain.petitions;

import org.jspecify.annotations.NullMarked;
