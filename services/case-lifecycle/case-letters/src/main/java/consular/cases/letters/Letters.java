package consular.cases.letters;

import consular.cases.domain.notices.NoticeExtent;
import consular.cases.letters.document.Letter;
import consular.cases.letters.facts.LetterFacts;
import java.util.Optional;

/** Writes letters: the same facts give the same letter. */
public final class Letters {
    private Letters() {}

    /** The letter for an occasion; empty where the Department suppressed the notice (R-LTR-04). */
    public static Optional<Letter> write(LetterFacts occasion) {
        return switch (occasion) {
            case LetterFacts.Refusal refusal ->
                refusal.extent() == NoticeExtent.SUPPRESSED
                        ? Optional.empty()
                        : Optional.of(RefusalLetter.write(refusal));
            case LetterFacts.Reversal reversal -> Optional.of(OtherLetters.write(reversal));
            case LetterFacts.TerminationWarning warning -> Optional.of(OtherLetters.write(warning));
            case LetterFacts.Termination termination -> Optional.of(OtherLetters.write(termination));
            case LetterFacts.Reinstatement reinstatement -> Optional.of(OtherLetters.write(reinstatement));
            case LetterFacts.InquiryAnswer answer -> Optional.of(OtherLetters.write(answer));
        };
    }
}
