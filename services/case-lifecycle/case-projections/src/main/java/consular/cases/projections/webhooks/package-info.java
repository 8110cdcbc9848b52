/** Where the delivery of webhooks stands, in PostgreSQL. */
@NullMarked
package consular.cases.projections.webhooks;

import org.jspecify.annotations.NullMarked;
