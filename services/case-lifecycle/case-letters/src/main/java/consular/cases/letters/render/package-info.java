/** Forms of a letter that need nothing but the JDK: plain text and HTML. */
@NullMarked
package consular.cases.letters.render;

import org.jspecify.annotations.NullMarked;
