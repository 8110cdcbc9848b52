/** Errors as problem documents (RFC 9457), whichever part of the service finds them. */
@NullMarked
package consular.cases.web.problem;

import org.jspecify.annotations.NullMarked;
