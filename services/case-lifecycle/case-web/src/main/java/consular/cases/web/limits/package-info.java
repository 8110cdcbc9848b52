/** How much is taken of everybody together, and of each client: what is over it is turned away early, and told when to come again. */
@NullMarked
package consular.cases.web.limits;

import org.jspecify.annotations.NullMarked;
