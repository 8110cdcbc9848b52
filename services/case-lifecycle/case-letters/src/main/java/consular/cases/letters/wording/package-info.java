/** The words of our letters, language by language. */
@NullMarked
package consular.cases.letters.wording;

import org.jspecify.annotations.NullMarked;
