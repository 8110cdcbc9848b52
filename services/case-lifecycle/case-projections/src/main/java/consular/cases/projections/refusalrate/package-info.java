/** What share of the nonimmigrants who had an answer in a fiscal year were refused, by the last answer of each. */
@NullMarked
package consular.cases.projections.refusalrate;

import org.jspecify.annotations.NullMarked;
