/** What a letter is built from: plain facts, taken from a case by whoever asks for the letter. */
@NullMarked
package consular.cases.letters.facts;

import org.jspecify.annotations.NullMarked;
