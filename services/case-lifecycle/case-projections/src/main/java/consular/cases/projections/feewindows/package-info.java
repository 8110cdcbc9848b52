/** Within which year evidence still avoids a new fee: one row for each finding. */
@NullMarked
package consular.cases.projections.feewindows;

import org.jspecify.annotations.NullMarked;
