/** Writes the pages of the reference from what the code does when the scenarios are run. */
@NullMarked
package consular.cases.domain.reference;

import org.jspecify.annotations.NullMarked;
