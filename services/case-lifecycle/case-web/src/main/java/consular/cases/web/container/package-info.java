/** What the servlet container answers by itself, before any filter is asked. */
@NullMarked
package consular.cases.web.container;

import org.jspecify.annotations.NullMarked;
