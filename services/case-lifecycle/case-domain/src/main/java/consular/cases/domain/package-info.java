/** The whole lifecycle of a visa case as pure functions: commands in, events out, state folded from them. */
@NullMarked
package consular.cases.domain;

import org.jspecify.annotations.NullMarked;
