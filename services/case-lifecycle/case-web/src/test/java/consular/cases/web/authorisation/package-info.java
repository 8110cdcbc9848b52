/** Every operation, every role, own and foreign post: who is let in, from one table. */
@NullMarked
package consular.cases.web.authorisation;

import org.jspecify.annotations.NullMarked;
