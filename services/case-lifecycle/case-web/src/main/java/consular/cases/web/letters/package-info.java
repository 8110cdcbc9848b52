/** Letters as PDF: tagged, so that they can be read aloud, and the same bytes for the same letter. */
@NullMarked
package consular.cases.web.letters;

import org.jspecify.annotations.NullMarked;
