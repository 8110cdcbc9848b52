/** What a post's supervisors see of the officers' work: who may review whom, and what is selected for review. */
@NullMarked
package consular.cases.domain.oversight;

import org.jspecify.annotations.NullMarked;
