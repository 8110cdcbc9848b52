/** The description of the interface in OpenAPI 3.1, made from the records that it describes. */
@NullMarked
package consular.cases.web.openapi;

import org.jspecify.annotations.NullMarked;
