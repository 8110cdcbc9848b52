package consular.cases.letters;

import consular.cases.letters.document.Language;
import consular.cases.letters.document.Letter;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts.InquiryAnswer;
import consular.cases.letters.facts.LetterFacts.Reinstatement;
import consular.cases.letters.facts.LetterFacts.Reversal;
import consular.cases.letters.facts.LetterFacts.Termination;
import consular.cases.letters.facts.LetterFacts.TerminationWarning;
import consular.cases.letters.wording.FrameWording;
import consular.cases.letters.wording.Wording;

/** The letters that are not about a refusal: registration, reversal, inquiry. */
final class OtherLetters {
    private OtherLetters() {}

    /** Names no provision, so that it tells no more than the notice of the refusal did. */
    static Letter write(Reversal reversal) {
        var wording = Wording.in(reversal.head().language());
        var words = wording.registration();
        var letter = LetterBuilder.byThePost(
                        reversal.head(), LetterKind.REVERSAL, wording.frame().reversalTitle())
                .paragraph(words.reversed(reversal.refusedOn(), reversal.reversedOn(), reversal.toldOfRefusal()));
        words.application(reversal.then()).ifPresent(letter::paragraph);
        return letter.sign();
    }

    static Letter write(TerminationWarning warning) {
        var wording = Wording.in(warning.head().language());
        return LetterBuilder.byThePost(
                        warning.head(),
                        LetterKind.TERMINATION_WARNING,
                        wording.frame().warningTitle())
                .paragraph(wording.registration().yearBegan(warning.year()))
                .paragraph(
                        wording.registration().willBeTerminated(warning.year().since(), warning.lastDay()))
                .sign();
    }

    /**
     * Always states the right to reinstatement (22 CFR 42.83(c); R-TRM-07), by both dates where they differ. The two
     * years run on while a termination is held back, so they may be over when it comes: then that is what it states.
     */
    static Letter write(Termination termination) {
        var head = termination.head();
        var wording = Wording.in(head.language());
        var words = wording.registration();
        var title = wording.frame().terminationTitle();
        var letter = switch (termination.issuer()) {
            case POST -> LetterBuilder.byThePost(head, LetterKind.TERMINATION, title);
            case NVC -> LetterBuilder.byTheVisaCenter(head, LetterKind.TERMINATION, title);
        };
        letter.paragraph(words.yearBegan(termination.year()))
                .paragraph(words.terminated(termination.year(), termination.terminatedOn()));
        if (termination.petitionBased()) {
            letter.paragraph(words.petitionRevoked());
        }
        var byRegulation = termination.reinstateBy();
        var byStatute = termination.statutoryReinstateBy();
        var lastDay = byStatute == null || byRegulation.isAfter(byStatute) ? byRegulation : byStatute;
        letter.heading(words.reinstatementHeading())
                .paragraph(
                        lastDay.isBefore(termination.terminatedOn())
                                ? words.couldBeReinstated(lastDay)
                                : words.mayBeReinstated(lastDay));
        if (byStatute != null && !byStatute.equals(byRegulation)) {
            letter.paragraph(words.twoLastDays(byRegulation, byStatute));
        }
        return letter.sign();
    }

    /** Takes back what the letter of the termination said of the petition (22 CFR 42.83(d); R-TRM-11). */
    static Letter write(Reinstatement reinstatement) {
        var wording = Wording.in(reinstatement.head().language());
        var letter = LetterBuilder.byThePost(
                        reinstatement.head(),
                        LetterKind.REINSTATEMENT,
                        wording.frame().reinstatementTitle())
                .paragraph(
                        wording.registration().reinstated(reinstatement.terminatedOn(), reinstatement.reinstatedOn()));
        if (reinstatement.petitionReinstated()) {
            letter.paragraph(wording.registration().petitionReinstated());
        }
        var lastDay = reinstatement.lastDay();
        if (lastDay != null) {
            letter.paragraph(wording.registration().yearBeginsAnew(reinstatement.kind(), lastDay));
        }
        return letter.sign();
    }

    /** Prints the reply as the history keeps it, in English. */
    static Letter write(InquiryAnswer answer) {
        var frame = Wording.in(answer.head().language()).frame();
        var letter = LetterBuilder.inReply(
                answer.head(),
                LetterKind.INQUIRY_REPLY,
                frame.inquiryTitle(),
                asker(answer, frame),
                answer.reference());
        OwnText.paragraphs(answer.reply()).forEach(paragraph -> letter.paragraph(Language.ENGLISH, paragraph));
        return letter.sign();
    }

    private static String asker(InquiryAnswer answer, FrameWording frame) {
        return switch (answer.requester()) {
            case CONGRESSIONAL -> frame.congressionalOffice();
            case APPLICANT -> answer.head().applicant();
            case COUNSEL -> {
                var counsel = answer.head().counsel();
                yield counsel == null ? frame.counsel() : counsel.name();
            }
        };
    }
}
