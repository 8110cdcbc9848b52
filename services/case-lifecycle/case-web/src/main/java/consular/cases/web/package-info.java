/** The web tier of the cases: everything that is reached over HTTP hangs below this package. */
@NullMarked
package consular.cases.web;

import org.jspecify.annotations.NullMarked;
