/** What a notice to an applicant must say, may not say, and the sentences whose words the Department fixed. */
@NullMarked
package consular.cases.domain.notices;

import org.jspecify.annotations.NullMarked;
