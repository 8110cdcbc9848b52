package consular.cases.domain.refusals;

import consular.cases.domain.law.Cause;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The post's custody of the documents that came with a refused application. Consent to it is presumed, until the
 * applicant says otherwise.
 *
 * @param consentRefusedOn the day on which the applicant refused consent; null while consent stands
 * @param consentRefusal what recorded that refusal; null while consent stands
 * @param returnDue whether the case says that the documents are due for return; stays as a fact of compliance
 * @param returnedAt when those went back that do not belong to the refusal; null while they are kept
 */
public record Custody(
        @Nullable LocalDate consentRefusedOn,
        @Nullable Cause consentRefusal,
        boolean returnDue,
        @Nullable Instant returnedAt) {

    /** Custody as it begins with the refusal. */
    public static final Custody BEGUN = new Custody(null, null, false, null);

    public Custody consent() {
        return new Custody(null, null, returnDue, returnedAt);
    }

    public Custody refuseConsent(LocalDate on, Cause cause) {
        return new Custody(on, cause, returnDue, returnedAt);
    }

    public Custody becomeDue() {
        return new Custody(consentRefusedOn, consentRefusal, true, returnedAt);
    }

    public Custody handBack(Instant at) {
        return new Custody(consentRefusedOn, consentRefusal, returnDue, at);
    }

    /** Whether those went back that do not belong to the refusal. */
    public boolean returned() {
        return returnedAt != null;
    }
}
