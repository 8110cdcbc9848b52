package consular.cases.domain.inquiries;

import consular.cases.domain.refusals.Refusal;
import java.util.List;

/**
 * What a reply rests on.
 *
 * @param thirdParty whether the reader is neither the applicant nor the attorney of record
 * @param reference what the requester calls the inquiry
 * @param issued whether a visa has been issued
 * @param registrationTerminated whether the registration is terminated under INA 203(g)
 * @param refusals those to be told of, oldest first; none whose notice the Department suppressed
 */
public record InquiryFacts(
        boolean thirdParty, String reference, boolean issued, boolean registrationTerminated, List<Refusal> refusals) {

    public InquiryFacts {
        refusals = List.copyOf(refusals);
    }

    /** Whether there is nothing that could be told. */
    public boolean isEmpty() {
        return !issued && !registrationTerminated && refusals.isEmpty();
    }

    boolean mayTell(Disclosure what) {
        return !thirdParty || what.isForThirdParties();
    }
}
