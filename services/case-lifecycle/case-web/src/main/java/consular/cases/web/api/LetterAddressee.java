package consular.cases.web.api;

import consular.cases.application.letters.CaseLetter;
import java.util.List;

/** Who gets a letter: the applicant, and a copy the attorney of record; a reply, whoever asked. */
enum LetterAddressee {
    APPLICANT,
    COUNSEL,
    REQUESTER;

    static List<LetterAddressee> of(CaseLetter letter) {
        return switch (letter.kind()) {
            case INQUIRY_REPLY -> List.of(REQUESTER);
            case REFUSAL, REVERSAL, TERMINATION_WARNING, TERMINATION, REINSTATEMENT ->
                letter.counsel() == null ? List.of(APPLICANT) : List.of(APPLICANT, COUNSEL);
        };
    }
}
