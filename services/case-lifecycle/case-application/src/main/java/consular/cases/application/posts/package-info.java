/** The consular posts as reference data: where they are, how they work, on which days they are open. */
@NullMarked
package consular.cases.application.posts;

import org.jspecify.annotations.NullMarked;
