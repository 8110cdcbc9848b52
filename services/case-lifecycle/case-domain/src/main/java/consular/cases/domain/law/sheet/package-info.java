/** The rule sheet: what each rule of the law says, how well that is attested, and when it is in force. */
@NullMarked
package consular.cases.domain.law.sheet;

import org.jspecify.annotations.NullMarked;
