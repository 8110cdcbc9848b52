/** Consular posts: where a case is, which day it is there, and on which days the post is open. */
@NullMarked
package consular.cases.domain.posts;

import org.jspecify.annotations.NullMarked;
