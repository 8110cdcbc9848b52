package consular.cases.application.letters;

import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterHead;
import java.util.function.Function;

/** A letter, and what it tells once its head is known. */
record Occasion(CaseLetter letter, Function<LetterHead, LetterFacts> facts) {}
