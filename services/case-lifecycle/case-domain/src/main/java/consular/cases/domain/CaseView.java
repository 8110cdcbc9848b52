package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case as clients see it. The components are the members of the JSON document, in its order; the one
 * exception is {@link ReviewView#reviewClass}, whose member is {@code class}, a word that Java keeps
 * for itself.
 *
 * @param version the number of events of the case
 * @param responsibleOfficer the supervisor who reversed a refusal and has to decide, of the first
 *     applicant who waits for that
 * @param orderId the order under INA 243(d) that stands on the case; null while none does
 * @param petition what has become of the petition; null while it is in force as approved, and where there is none
 * @param ruleSet the name of the rule set under which the latest event was decided
 */
public record CaseView(
        CaseId caseId,
        String caseNumber,
        PostCode post,
        VisaCategory category,
        String visaClass,
        boolean petitionBased,
        long version,
        RegistrationView registration,
        List<ApplicantView> applicants,
        List<AdvisoryOpinionView> advisoryOpinions,
        @Nullable OfficerId responsibleOfficer,
        @Nullable String orderId,
        @Nullable PetitionView petition,
        String ruleSet) {

    /** What the case file says, as a client may read it. */
    public static CaseView of(CaseFile file) {
        return new CaseView(
                file.caseId(),
                file.caseNumber(),
                file.post(),
                file.category(),
                file.visaClass(),
                file.isPetitionBased(),
                file.version(),
                RegistrationView.of(file),
                file.applicants().stream()
                        .map(applicant -> ApplicantView.of(applicant, file))
                        .toList(),
                file.opinions().stream().map(AdvisoryOpinionView::of).toList(),
                file.applicants().stream()
                        .map(Applicant::responsible)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                file.order(),
                PetitionView.of(file),
                file.progress().ruleSet().id());
    }
}
