/** The golden scenarios as data, for whoever can drive a case. */
@NullMarked
package consular.cases.domain.golden;

import org.jspecify.annotations.NullMarked;
