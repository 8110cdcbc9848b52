package consular.cases.domain.notices;

import consular.cases.domain.ineligibility.Ground;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a reply to an inquiry may tell. It is the list of what visa records let out to a third party (INA 222(f);
 * R-NIV-12), and so has no member for a factual basis, a document, a birth date, a petition or a note.
 *
 * @param reference the requester's own reference
 * @param applicantName as the requester knows it already
 * @param refusedOn the post-local day of the refusal
 * @param grounds the provisions of that refusal
 * @param extent how much of the refusal may be told; where the notice is suppressed no provision is named
 * @param supervisorConcurred whether the history holds a supervisor's concurrence with this refusal
 */
public record InquiryFacts(
        Requester requester,
        String reference,
        String applicantName,
        String visaClass,
        LocalDate refusedOn,
        List<Ground> grounds,
        NoticeExtent extent,
        boolean supervisorConcurred) {

    public InquiryFacts {
        grounds = List.copyOf(grounds);
    }
}
