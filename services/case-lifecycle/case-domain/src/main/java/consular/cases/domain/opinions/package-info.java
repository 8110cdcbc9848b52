/** Advisory opinions of the Department. */
@NullMarked
package consular.cases.domain.opinions;

import org.jspecify.annotations.NullMarked;
