/** Joins the law of a case to Axon and to the store: commands in, the record out. */
@NullMarked
package consular.cases.application;

import org.jspecify.annotations.NullMarked;
