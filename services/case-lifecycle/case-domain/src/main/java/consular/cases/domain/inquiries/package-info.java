/** Answers to inquiries: what has happened, in words, and to third parties no more than they may read. */
@NullMarked
package consular.cases.domain.inquiries;

import org.jspecify.annotations.NullMarked;
