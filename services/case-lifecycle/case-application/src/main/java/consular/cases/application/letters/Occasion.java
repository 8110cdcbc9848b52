package consular.cases.application.letters;

import consular.cases.domain.posts.PostCode;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterHead;
import java.util.function.Function;

/**
 * A letter, and what it tells once its head is known.
 *
 * @param post where the case was when that came about which the letter tells or which issued it
 */
record Occasion(CaseLetter letter, PostCode post, Function<LetterHead, LetterFacts> facts) {}
