/** What the posts found, closed and issued in a fiscal year: the counts of report 28, each in the year of its own event. */
@NullMarked
package consular.cases.projections.report28;

import org.jspecify.annotations.NullMarked;
