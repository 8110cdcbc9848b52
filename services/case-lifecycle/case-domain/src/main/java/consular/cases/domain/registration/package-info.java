/** The registration that INA 203(g) terminates and reinstates. */
@NullMarked
package consular.cases.domain.registration;

import org.jspecify.annotations.NullMarked;
