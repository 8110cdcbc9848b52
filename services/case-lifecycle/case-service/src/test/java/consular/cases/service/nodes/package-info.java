/** Several nodes on one PostgreSQL, without their web tier. */
@NullMarked
package consular.cases.service.nodes;

import org.jspecify.annotations.NullMarked;
