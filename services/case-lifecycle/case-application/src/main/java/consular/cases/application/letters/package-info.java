/** The letters that a case has, and the facts that each tells, taken from its history. */
@NullMarked
package consular.cases.application.letters;

import org.jspecify.annotations.NullMarked;
