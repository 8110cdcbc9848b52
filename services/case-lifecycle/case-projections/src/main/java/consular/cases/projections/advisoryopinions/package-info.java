/** The advisory opinions asked of the Department, and when to ask again. */
@NullMarked
package consular.cases.projections.advisoryopinions;

import org.jspecify.annotations.NullMarked;
