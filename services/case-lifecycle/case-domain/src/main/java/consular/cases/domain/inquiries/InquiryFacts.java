package consular.cases.domain.inquiries;

import java.util.List;

/**
 * What a reply rests on.
 *
 * @param thirdParty whether the reader is neither the applicant nor the attorney of record
 * @param reference what the requester calls the inquiry
 * @param standing where the application stands
 * @param registrationTerminated whether the registration is terminated under INA 203(g)
 * @param refusals those to be told of, oldest first; none whose notice the Department suppressed
 */
public record InquiryFacts(
        boolean thirdParty,
        String reference,
        Standing standing,
        boolean registrationTerminated,
        List<ToldRefusal> refusals) {

    public InquiryFacts {
        refusals = List.copyOf(refusals);
    }

    /** Whether there is nothing that could be told. */
    public boolean isEmpty() {
        return standing == Standing.OPEN && !registrationTerminated && refusals.isEmpty();
    }

    /** Whether evidence would still be taken, so that there is a point in saying what can help. */
    boolean evidenceIsTaken() {
        return standing == Standing.OPEN && !registrationTerminated;
    }

    boolean mayTell(Disclosure what) {
        return !thirdParty || what.isForThirdParties();
    }
}
