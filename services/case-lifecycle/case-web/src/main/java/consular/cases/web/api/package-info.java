/** The resources under {@code /api/v1}: commands in, the record, its deadlines and the read models out. */
@NullMarked
package consular.cases.web.api;

import org.jspecify.annotations.NullMarked;
