/** The cases with a message for CLASS that is not acknowledged, for whoever sends it. */
@NullMarked
package consular.cases.projections.classoutbox;

import org.jspecify.annotations.NullMarked;
