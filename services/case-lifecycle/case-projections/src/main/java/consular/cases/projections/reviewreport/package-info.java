/** How the supervisors' reviews end, and how long they take. */
@NullMarked
package consular.cases.projections.reviewreport;

import org.jspecify.annotations.NullMarked;
