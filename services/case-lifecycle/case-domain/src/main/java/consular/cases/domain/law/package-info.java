/** The law as values: rules with their citations, rule sets with their dates, periods, rejections. */
@NullMarked
package consular.cases.domain.law;

import org.jspecify.annotations.NullMarked;
