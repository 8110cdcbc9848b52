package consular.cases.application.letters;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.PostCode;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterHead;
import java.util.function.Function;

/**
 * A letter, and what it tells once its head is known.
 *
 * @param then the case as the letter knows it: as it was issued, or as it is now while it is not
 * @param post where the case was when that came about which the letter tells or which issued it
 */
record Occasion(CaseLetter letter, CaseFile then, PostCode post, Function<LetterHead, LetterFacts> facts) {}
