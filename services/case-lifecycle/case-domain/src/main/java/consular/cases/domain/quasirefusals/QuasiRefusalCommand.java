package consular.cases.domain.quasirefusals;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasureLevel;
import consular.cases.domain.visas.VisaCategory;
import org.jspecify.annotations.Nullable;

/** What can be asked about an inquiry without a formal application. */
public sealed interface QuasiRefusalCommand {

    /** Whether a role may record and link: these are an adjudicator's, and a supervisor may give an adjudicator's commands. */
    static boolean isFor(Role role) {
        return role == Role.ADJUDICATOR || role == Role.SUPERVISOR;
    }

    /** Whether a role may have the data of the person erased: that is the privacy officer's, who decides nothing else. */
    static boolean isForErasing(Role role) {
        return role == Role.ADMIN;
    }

    /**
     * Records that a person asked, was told of the provision, and does not apply.
     *
     * @param ground the provision, as the statute prints it
     * @param lookout whether a lookout is entered in CLASS
     * @param category the visa that was asked about; null when that was left open
     * @param applicant the person's place in a registered case; null when there is none, or none is known
     */
    record RecordQuasiRefusal(
            PostCode post,
            Inquirer person,
            String ground,
            String explanation,
            boolean lookout,
            @Nullable VisaCategory category,
            @Nullable ApplicantOfCase applicant)
            implements QuasiRefusalCommand {}

    /** Records that the person has applied after all. */
    record LinkApplication(CaseId caseId, ApplicantId applicantId) implements QuasiRefusalCommand {}

    /** Has what is said of the person destroyed. {@code authority} says under which schedule or order, and names nobody. */
    record ErasePersonalData(ErasureLevel level, String authority) implements QuasiRefusalCommand {}

    /** Records that CLASS has the lookout. The service gives it, and nobody else can. */
    record AcknowledgeLookout() implements QuasiRefusalCommand {}
}
