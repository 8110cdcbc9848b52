/** Who is asking: demo users or bearer tokens become one kind of person, with roles and posts. */
@NullMarked
package consular.cases.web.identity;

import org.jspecify.annotations.NullMarked;
