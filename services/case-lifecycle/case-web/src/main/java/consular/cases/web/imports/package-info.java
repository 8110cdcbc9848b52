/** Reads files of rows, one at a time and each bounded, whatever the length of the file. */
@NullMarked
package consular.cases.web.imports;

import org.jspecify.annotations.NullMarked;
