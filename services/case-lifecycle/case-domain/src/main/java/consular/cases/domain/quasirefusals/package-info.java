/** People who asked before they applied, and were told why they seemed ineligible: quasi-refusals, which are never counted. */
@NullMarked
package consular.cases.domain.quasirefusals;

import org.jspecify.annotations.NullMarked;
