/** Letters to applicants: what is told, built as one document of which every form is a rendering. */
@NullMarked
package consular.cases.letters;

import org.jspecify.annotations.NullMarked;
