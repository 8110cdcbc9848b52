/** Sees to it that nothing of what the record says of people is shown before it is recorded who is shown it. */
@NullMarked
package consular.cases.web.accesses;

import org.jspecify.annotations.NullMarked;
