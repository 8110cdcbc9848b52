/** Lists that never change, made from others. */
@NullMarked
package consular.cases.domain.lists;

import org.jspecify.annotations.NullMarked;
